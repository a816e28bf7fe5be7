/** The controller with the real port and no looks: any act of a person's at any time, whether its step takes it or not. */
import { openCognito } from '../../../src/cognito/open-cognito.js';
import type { CognitoOptions } from '../../../src/cognito/config.js';
import { LoginController } from '../../../src/controller/login-controller.js';
import type { LoginHost } from '../../../src/controller/login-settings.js';
import { challengeEvent, toEvent } from '../../../src/element/events.js';
import type { PersonEvent } from '../../../src/flow/event.js';
import type { AuthPort } from '../../../src/flow/ports.js';
import { openPasskeyPrompt } from '../../../src/passkey/open-passkey-prompt.js';
import { answersFor, buttonsOf, strays } from './controller-acts.js';
import type { ListenerAct, OwnAct, Subject } from './subject.js';
import type { Look } from './trace.js';
import type { World } from './world.js';

type Options = Readonly<Record<string, string>>;

export class ControllerSubject implements Subject {
  readonly #world: World;
  readonly #controller: LoginController;
  #options: Options;
  #connected = true;
  #gone = false;
  #port: { readonly key: string; readonly port: AuthPort } | null = null;
  #listeners: ListenerAct[] = [];
  #listen = (type: string): void => this.#react(type);

  constructor(world: World, host: LoginHost = { requestUpdate() {} }) {
    this.#world = world;
    this.#options = world.start.attributes;
    this.#controller = new LoginController(host, {
      clock: world.surroundings.clock,
      openPort: () => Promise.resolve(this.#open()),
      options: () => this.#resendOptions(),
      painted: () => Promise.resolve(),
      report: (report) => {
        const { type, detail } = toEvent(report, this.#controller.holdSession());
        const told = world.hear(type, { ...detail }, !this.#gone);
        if ('getSession' in detail) world.takeTokens(told, detail.getSession());
        this.#listen(type);
      },
      offerChallenge: (challenge, respond) => {
        const event = challengeEvent(challenge, respond);
        world.hear(event.type, { ...event.detail }, !this.#gone);
        this.#listen(event.type);
        return this.#options['page-challenges'] === 'taken';
      },
    });
    this.#controller.hostConnected();
    this.#controller.watchSession(this.#options.mode !== 'reauth');
    void this.#controller.restore();
  }

  pending(): boolean {
    return this.#controller.state.busy !== null && !this.#world.waits;
  }

  act(act: OwnAct): void {
    switch (act.do) {
      case 'answer':
        return this.#send(answersFor(this.#controller.state, act.with, this.#world), act.twice);
      case 'press':
        return this.#send(pick(buttonsOf(this.#controller.state), act.which), act.twice);
      case 'stray':
        return this.#send(pick(strays(act.with, this.#world), act.which));
      case 'set':
        return this.#set(act.name, act.value);
      case 'page':
        return this.#call(act.call);
      case 'host':
        return this.#move(act.move);
      default:
        return act satisfies never;
    }
  }

  idle(): void {}

  listen(act: ListenerAct): void {
    this.#listeners.push(act);
  }

  startOver(): void {
    this.#world.drop();
    this.#controller.act({ type: 'start-over' });
  }

  look(): Look {
    const { state } = this.#controller;
    return {
      step: state.name,
      busy: state.busy !== null,
      waits: this.#world.waits,
      ways: 1, // `startOver()` is always there; what it leads to, the end of a sequence looks at
      connected: this.#connected,
      places: { ...this.#world.places(), state: JSON.stringify(state) },
      passwords: [],
      focus: null,
      stored: this.#world.stored,
    };
  }

  remove(): void {
    if (this.#connected) this.#move('remove');
  }

  #send(event: PersonEvent | null, twice = false): void {
    if (!event || !this.#connected) return;
    if (event.type === 'start-over' || event.type === 'sign-out') this.#world.drop();
    this.#controller.act(event);
    if (twice) this.#controller.act(event);
  }

  #call(call: Extract<OwnAct, { do: 'page' }>['call']): void {
    switch (call) {
      case 'start-over':
        return this.startOver();
      case 'sign-out':
      case 'sign-out-everywhere':
        return this.#send({ type: 'sign-out', global: call === 'sign-out-everywhere' });
      case 'get-session':
        return void this.#controller.getSession().catch(() => null);
      case 'forget-device':
        return void this.#controller.forgetDevice().catch(() => null);
      case 'focus-elsewhere':
        return;
      default:
        return void this.#controller.offerPasskey(this.#world.start.user.username);
    }
  }

  #move(move: Extract<OwnAct, { do: 'host' }>['move']): void {
    const controller = this.#controller;
    if (move === 'page-hidden') dispatchEvent(new Event('pagehide'));
    else if (move === 'page-shown') dispatchEvent(new Event('pageshow'));
    else if (move === 'remove' && this.#connected) {
      this.#connected = false;
      controller.hostDisconnected();
      // What is told of one answer is told together, also when the first listener takes its teller from the page.
      queueMicrotask(() => {
        this.#gone = !this.#connected;
        if (this.#gone) this.#world.drop();
      });
    } else if (move === 'insert' && !this.#connected) {
      this.#connected = true;
      this.#gone = false;
      controller.hostConnected();
    } else if (move === 'move' && this.#connected) {
      controller.hostDisconnected();
      controller.hostConnected();
    }
  }

  #set(name: string, value: string): void {
    if (name === 'username') this.#controller.send({ type: 'prefill', username: value });
    this.#options = { ...this.#options, [name]: value };
  }

  #react(type: string): void {
    const found = this.#listeners.find(({ to }) => to === type);
    if (!found) return;
    this.#listeners = this.#listeners.filter((one) => one !== found);
    queueMicrotask(() => this.#world.drop());
    if (found.then === 'remove') this.remove();
    else this.#controller.act(found.then === 'sign-out' ? { type: 'sign-out', global: false } : { type: 'start-over' });
  }

  #resendOptions() {
    const { resend, 'session-minutes': minutes } = this.#options;
    const known = resend === 'ask' || resend === 'off' ? resend : 'keep';
    return { sessionMinutes: minutes === '15' ? 15 : 3, resend: known } as const;
  }

  /** The same port for the same options, as the element and headless keep it. */
  #open(): AuthPort {
    const key = JSON.stringify(this.#options);
    if (this.#port?.key !== key) this.#port = { key, port: openCognito(this.#portOptions()) };
    return this.#port.port;
  }

  #portOptions(): CognitoOptions {
    const { pool, surroundings, fetch } = this.#world;
    const { passkeys, mode, resume, 'auth-flow': authFlow, 'remember-device': rememberDevice } = this.#options;
    const id = this.#options['client-id'] === 'nonsense' ? 'no client!' : pool.clientId;
    return {
      ...{ userPoolId: pool.userPoolId, clientId: id, endpoint: pool.endpoint, storage: 'session', fetch },
      ...{ clock: surroundings.clock, sessionMinutes: this.#resendOptions().sessionMinutes },
      warn: (message) => console.warn(message),
      authFlow: authFlow as CognitoOptions['authFlow'],
      mode: mode === 'reauth' ? 'reauth' : 'sign-in',
      resume: resume === 'session' ? 'session' : 'off',
      rememberDevice: (rememberDevice ?? 'ask') as 'ask',
      passkeyPrompt: passkeys && passkeys !== 'off' ? openPasskeyPrompt() : null,
      offerPasskey: passkeys === 'offer',
    };
  }
}

const pick = <Item>(items: readonly Item[], which: number): Item | null => items[which % items.length] ?? null;
