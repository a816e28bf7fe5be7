import { expect } from '@open-wc/testing';
import { Network } from '../support/faults.js';
import { visitScenario } from '../support/person.js';
import { otherCode } from '../support/pool.js';

const label = 'E-mail address';

describe('codes by e-mail are set up', () => {
  it('with one message, to the address that was typed', async () => {
    const network = new Network();
    const { fetch } = network;
    const person = await visitScenario('set-up', { fetch });
    await person.signIn('nia');
    await person.sees('Set up a second step');
    const asked = network.requests.length;
    await person.activate('E-mail We send a code to your e-mail address whenever you sign in.');
    await person.sees('Add your e-mail address');
    expect(person.status).to.include('We send a code to it');
    const field = person.field(label);
    expect(person.focused).to.equal(field);
    expect(field.autocomplete).to.equal('email');
    expect(field.inputMode).to.equal('email');

    for (const [typed, sentence] of [
      ['', 'Enter your e-mail address.'],
      ['nia@', 'Enter an e-mail address, for example name@example.com.'],
    ] as const) {
      await person.type(label, typed);
      await person.press('Enter');
      await person.element.updateComplete;
      expect(person.hint(label)).to.equal(sentence);
      expect(field.getAttribute('aria-invalid')).to.equal('true');
      expect(field.value).to.equal(typed);
    }
    expect(network.requests).to.have.lengthOf(asked);

    await person.type(label, ' nia@example.com ');
    await person.press('Enter');
    await person.sees('Check your e-mail');
    expect(person.intro).to.equal('We sent a code to n***@e***.');
    expect(await person.messages()).to.equal(1);
    const code = await person.pool.lastCode();
    await person.enterCode(otherCode(code));
    await person.hears('login-failure');
    await person.enterCode(code);
    await person.hears('login-success');
    expect((await person.pool.outbox()).map(({ to }) => to.full)).to.deep.equal(['nia@example.com']);
  });

  it('without the marks that came along unseen with a pasted address', async () => {
    const person = await visitScenario('set-up-email');
    await person.signIn('nel');
    await person.sees('Add your e-mail address');
    person.paste(label, '\u202A\u2068nel@\u200Bexample.com\u2069\u202C');
    await person.press('Enter');
    await person.sees('Check your e-mail');
    expect((await person.pool.outbox()).map(({ to }) => to.full)).to.deep.equal(['nel@example.com']);
  });
});
