/** A person who goes through the steps of a sign-in on a page of a proof's own: by label, role and keyboard. */
import type { Locator, Page } from 'playwright-core';
import type { StepName } from '../../../src/flow/state.js';
import type { Visit } from '../../hosts/visit.js';
import type { TestPool } from '../../support/pool.js';

/** Runs in the page: notes each step on the root element, where a locator waits for it. The event does not bubble, but is captured. */
export const noteSteps = () =>
  addEventListener(
    'login-step',
    (event) => {
      const { step } = (event as CustomEvent<{ step: string }>).detail;
      document.documentElement.dataset.steps = `${document.documentElement.dataset.steps ?? ''} ${step}`.trim();
    },
    true,
  );

export class Visitor {
  /** @param arrived called at each step, once it is shown */
  constructor(
    readonly visit: Visit,
    /** The page, or the frame in it. */
    readonly place: Pick<Page, 'locator'>,
    readonly pool: TestPool,
    readonly username: string,
    readonly arrived: (step: StepName, visitor: Visitor) => Promise<void>,
  ) {}

  /** Waits until the page has heard of the step, and looks at it. */
  async at(step: StepName): Promise<void> {
    if (step !== 'sign-in') await this.place.locator(`html[data-steps~="${step}"]`).waitFor({ state: 'attached' });
    await this.element.locator('h2').waitFor();
    await this.arrived(step, this);
  }

  get root(): Locator {
    return this.place.locator('html');
  }

  get element(): Locator {
    return this.place.locator('cognito-mfa-login');
  }

  type = (label: string, text: string) => this.visit.type(label, text, this.root);
  submit = (label: string, text: string) => this.visit.submit(label, text, this.root);
  press = (name: string) => this.visit.press(name, this.root);
  sees = (role: 'img' | 'button' | 'link', name: string) => this.root.getByRole(role, { name, exact: true }).waitFor();

  /** The code of the newest message; it is sent before the step that asks for it. */
  submitSentCode = async () => this.submit('Code', await this.pool.lastCode());
}
