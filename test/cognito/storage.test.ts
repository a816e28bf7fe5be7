import { expect } from '@open-wc/testing';
import { memoryStorage, openStorage, Transaction, type TokenStorage } from '../../src/cognito/storage.js';
import { openShelf } from './open-scripted.js';

/** A storage that refuses the writing of one key, and notes every call. */
function fussy(refused: string, content: Record<string, string> = {}) {
  const shelf = openShelf(content);
  const calls: string[] = [];
  const storage: TokenStorage = {
    getItem: (key) => shelf.storage.getItem(key),
    setItem(key, value) {
      calls.push(`${key}=${value}`);
      if (key === refused) throw new Error('Full.');
      shelf.storage.setItem(key, value);
    },
    removeItem(key) {
      calls.push(`-${key}`);
      shelf.storage.removeItem(key);
    },
  };
  return { storage, calls, content: shelf.content };
}

describe('a transaction', () => {
  it('shows its changes, and the storage below only what was committed', () => {
    const { storage, content } = openShelf({ a: '1', b: '2' });
    const transaction = new Transaction(storage);
    transaction.setItem('a', 'new');
    transaction.removeItem('b');
    expect(['a', 'b', 'c'].map((key) => transaction.getItem(key))).to.deep.equal(['new', null, null]);
    expect(content()).to.deep.equal({ a: '1', b: '2' });
    expect(transaction.commit()).to.equal(true);
    expect(content()).to.deep.equal({ a: 'new' });
  });

  it('writes nothing twice', () => {
    const { storage, calls } = fussy('none');
    const transaction = new Transaction(storage);
    transaction.setItem('a', '1');
    transaction.setItem('a', '2');
    transaction.commit();
    transaction.commit();
    expect(calls).to.deep.equal(['a=2']);
  });

  it('forgets its changes when it is rolled back or cleared', () => {
    for (const forget of ['rollback', 'clear'] as const) {
      const { storage, content } = openShelf({ a: '1' });
      const transaction = new Transaction(storage);
      transaction.setItem('a', '2');
      transaction[forget]();
      expect(transaction.getItem('a')).to.equal('1');
      transaction.commit();
      expect(content()).to.deep.equal({ a: '1' });
    }
  });

  it('sees what others change below', () => {
    const { storage } = openShelf({ a: '1' });
    const transaction = new Transaction(storage);
    storage.setItem('a', '2');
    expect(transaction.getItem('a')).to.equal('2');
  });

  it('that is refused leaves the storage as it was, and keeps its changes', () => {
    const { storage, content } = fussy('c', { a: '1', x: '9' });
    const transaction = new Transaction(storage);
    for (const key of ['a', 'b', 'c', 'd']) transaction.setItem(key, 'new');
    transaction.removeItem('x');
    expect(transaction.commit()).to.equal(false);
    expect(content()).to.deep.equal({ a: '1', x: '9' });
    expect(['a', 'b', 'c', 'd', 'x'].map((key) => transaction.getItem(key))).to.deep.equal([
      ...['new', 'new', 'new', 'new', null],
    ]);
  });

  it('that was refused survives a rollback, being all there is, and is handed down once there is room', () => {
    const { storage, content } = openShelf();
    let room = false;
    const setItem = (key: string, value: string) => {
      if (!room) throw new Error('Full.');
      storage.setItem(key, value);
    };
    const transaction = new Transaction({ ...storage, setItem });
    transaction.setItem('a', '1');
    transaction.commit();
    transaction.rollback();
    expect(transaction.getItem('a')).to.equal('1');
    room = true;
    expect(transaction.commit()).to.equal(true);
    expect(content()).to.deep.equal({ a: '1' });
    transaction.setItem('a', '2');
    transaction.rollback();
    expect(transaction.getItem('a'), 'no more than what is below').to.equal('1');
  });

  it('undoes in reverse', () => {
    const { storage, calls } = fussy('c', { a: '1', b: '2' });
    const transaction = new Transaction(storage);
    for (const key of ['a', 'b', 'c']) transaction.setItem(key, 'new');
    transaction.commit();
    expect(calls).to.deep.equal(['a=new', 'b=new', 'c=new', '-c', 'b=2', 'a=1']);
  });

  it('reads nothing from a storage that cannot be read', () => {
    const unreadable = () => {
      throw new Error('Blocked.');
    };
    expect(new Transaction({ ...memoryStorage(), getItem: unreadable }).getItem('a')).to.equal(null);
  });
});

describe('a choice of storage', () => {
  const unheard = () => expect.fail('No storage was refused.');

  it('is memory, and says so, where the browser refuses storage to the page', () => {
    const blocked = {
      get localStorage(): Storage {
        throw new DOMException('Denied.', 'SecurityError');
      },
      sessionStorage,
    };
    let refusals = 0;
    const storage = openStorage('local', () => refusals++, blocked);
    storage.setItem('a', '1');
    expect([storage.getItem('a'), refusals]).to.deep.equal(['1', 1]);
  });

  it('is the browser’s own, the memory of one element, or the page’s object', () => {
    expect(openStorage('local', unheard)).to.equal(localStorage);
    expect(openStorage('session', unheard)).to.equal(sessionStorage);
    const own = memoryStorage();
    expect(openStorage(own, unheard)).to.equal(own);
    const [one, other] = [openStorage('memory', unheard), openStorage('memory', unheard)];
    one.setItem('a', '1');
    expect([one.getItem('a'), other.getItem('a')]).to.deep.equal(['1', null]);
    one.removeItem('a');
    expect(one.getItem('a')).to.equal(null);
  });
});
