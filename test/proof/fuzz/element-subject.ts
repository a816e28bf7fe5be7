/** The real element in the page. What the person does goes by labels and names; real keys are other tests' matter. */
import '../../../src/index.js';
import type { CognitoMfaLogin } from '../../../src/index.js';
import { languageCodes, loadMessages } from '../../../src/i18n/load-messages.js';
import { loadLaterSteps } from '../../../src/views/show-step.js';
import { eventTypes } from '../../support/person.js';
import { Hands, press } from './hands.js';
import { PagePart } from './page-part.js';
import type { ListenerAct, OwnAct, Subject } from './subject.js';
import type { Look, Place } from './trace.js';
import { wordFor } from './words.js';
import type { Session, World } from './world.js';

type Respond = (answers: string) => void;

/** The steps that ask for a password; a code step does while it asks for it anew. */
const asking: ReadonlySet<string> = new Set(['sign-in', 'password', 'code', 'new-password', 'reset-password']);

/** Six digits of a random id, or of lit's marks, are some code sooner or later. */
const withoutChance = (markup: string): string => markup.replace(/\bcml-\d+-\d+|lit\$\d+\$/g, '');

/** What the element loads when it needs it: for how long it would go without it is chance, and no sequence's doing. */
const load = () =>
  Promise.all([
    ...languageCodes.map(loadMessages),
    loadLaterSteps(),
    import('../../../src/cognito/open-cognito.js'),
    import('../../../src/passkey/open-passkey-prompt.js'),
    import('../../../src/element/phone-library.js'),
    import('../../../src/element/advice.js'),
    import('../../../src/views/parts/qr-picture.js'),
  ]);

let loaded: ReturnType<typeof load> | null = null;

export async function openElement(world: World): Promise<Subject> {
  await (loaded ??= load());
  return new ElementSubject(world);
}

class ElementSubject implements Subject {
  readonly #world: World;
  readonly #element: CognitoMfaLogin;
  readonly #hands: Hands;
  readonly #page: PagePart;
  /** The step at the last look. */
  #seen = 'sign-in';
  #listeners: ListenerAct[] = [];
  #respond: Respond | null = null;
  /** Whether a listener has signed out in this task, which the screen does not show yet. */
  #signsOut = false;
  /** Where the focus was when the person, or the page, had done their part of the act; null where that itself moves it. */
  #before: Place | null = null;

  constructor(world: World) {
    this.#world = world;
    this.#element = document.createElement('cognito-mfa-login');
    this.#hands = new Hands(this.#element, world);
    this.#page = new PagePart(this.#element, world);
    const { endpoint, userPoolId, clientId } = world.pool;
    const set = { endpoint, userPoolId, clientId, fetch: world.fetch, clock: world.surroundings.clock };
    Object.assign(this.#element, set);
    for (const [name, value] of Object.entries(world.start.attributes)) this.#element.setAttribute(name, value);
    world.broken.element?.(this.#element, world);
    for (const type of eventTypes) this.#element.addEventListener(type, (event) => this.#hear(event));
    this.#page.insert();
  }

  pending(): boolean {
    if (!this.#element.isConnected) return false;
    return this.#element.isUpdatePending || (this.#hands.busy && !this.#world.waits);
  }

  act(act: OwnAct): void {
    this.idle();
    const byHand = act.do === 'answer' || act.do === 'press' || act.do === 'stray';
    if (byHand && (!this.#element.isConnected || this.#page.hidden)) return undefined;
    switch (act.do) {
      case 'answer':
        return this.#answer(act);
      case 'press': {
        const { buttons } = this.#hands;
        return this.#press(buttons[act.which % buttons.length] ?? null, act.twice);
      }
      case 'stray': {
        const { fields } = this.#hands;
        const field = fields[act.which % fields.length];
        if (field) this.#hands.type(field.input, act.with === 'empty' ? '' : 'stray words');
        return this.idle();
      }
      case 'set':
        return this.#page.set(act.name, act.value);
      case 'page':
        this.#page.call(act.call);
        return act.call.startsWith('focus') ? this.idle() : undefined;
      case 'host':
        this.#mayLoseFocus();
        return this.#page.move(act.move, this.#hands.busy);
      default:
        return act satisfies never;
    }
  }

  idle(): void {
    this.#before = this.#hands.focus;
  }

  /** What leaves its place in the page loses the focus; what is elsewhere is nobody's to take even then. */
  #mayLoseFocus(): void {
    this.idle();
    if (this.#before === 'inside') this.#before = null;
  }

  listen(act: ListenerAct): void {
    this.#listeners.push(act);
  }

  startOver(): void {
    this.#page.call('start-over');
  }

  look(): Look {
    const { step } = this.#world;
    const { isConnected: connected, shadowRoot } = this.#element;
    const after = this.#hands.focus;
    const fresh = step !== this.#seen;
    this.#seen = step;
    return {
      ...{ step, connected, busy: this.#hands.busy, waits: this.#world.waits, stored: this.#world.stored },
      // Whoever is signed in has arrived, and whoever sees nothing waits for the page.
      ways: this.#page.hidden || step === 'signed-in' ? 1 : this.#hands.ways,
      places: {
        ...this.#world.places(),
        light: withoutChance(this.#element.outerHTML),
        shadow: withoutChance(shadowRoot?.innerHTML ?? ''),
      },
      passwords: this.#passwords(fresh),
      focus: connected && this.#before && !this.#page.hidden ? { before: this.#before, after } : null,
    };
  }

  remove(): void {
    this.#page.remove(this.#hands.busy);
    this.#page.leave();
  }

  /** What is asked for has a label. */
  #passwords(fresh: boolean): Look['passwords'] {
    if (this.#page.hidden) return [];
    const labelled = new Set(this.#hands.fields.map(({ input }) => input));
    const asks = asking.has(this.#world.step);
    return this.#hands.passwords.map((input) => ({ asked: asks && labelled.has(input), fresh, value: input.value }));
  }

  #answer({ with: wit, twice }: Extract<OwnAct, { do: 'answer' }>): void {
    if (this.#world.step === 'custom-challenge' && this.#respond) {
      this.#respond(wordFor('answer', wit, this.#world, this.#asked));
      return;
    }
    this.#hands.fill(wit);
    this.#press(this.#hands.main, twice);
  }

  #asked = '';

  #press(button: HTMLButtonElement | null, twice = false): void {
    if (!button) return;
    button.focus();
    this.idle();
    press(button, twice);
  }

  #hear(event: Event): void {
    const { type, detail } = event as CustomEvent<Record<string, unknown>>;
    const told = this.#world.hear(type, { ...detail }, !this.#page.gone);
    const { getSession, respond, parameters } = detail;
    if (getSession) this.#world.takeTokens(told, (getSession as () => Promise<Session | null>)());
    if (type === 'login-challenge') {
      const taken = this.#element.getAttribute('page-challenges') === 'taken';
      if (taken) event.preventDefault();
      this.#respond = taken ? (respond as Respond) : null;
      this.#asked = JSON.stringify(parameters);
    }
    this.#react(type);
  }

  #react(type: string): void {
    const found = this.#listeners.find(({ to }) => to === type);
    if (!found) return;
    this.#listeners = this.#listeners.filter((one) => one !== found);
    // Not what the screen shows: that is of before the answer that is told of.
    if (found.then === 'remove') {
      this.#mayLoseFocus();
      return this.#page.remove(this.#signsOut);
    }
    this.#signsOut = found.then === 'sign-out';
    queueMicrotask(() => {
      this.#signsOut = false;
      this.#world.drop();
      // Signed out of an element that has left, which tells nobody.
      if (found.then === 'sign-out' && this.#page.gone) this.#world.leave(true);
    });
    if (found.then === 'sign-out') this.#element.signOut();
    else this.#element.startOver();
    return undefined;
  }
}
