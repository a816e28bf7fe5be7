/** I12: the same sequence twice, with a wrong password and with a name that the pool does not know; nobody sees which is which. */
import type { Act } from './acts.js';
import { Broken } from './invariants.js';
import { run, type MakeSubject, type Sequence } from './sequence.js';
import type { Body } from './trace.js';
import type { Break, World } from './world.js';

const says = 'unknown user and wrong password are indistinguishable';
const stranger = 'nobody';

/** Where a password is the first proof, and the service itself keeps to itself whether there is such a user. */
export const discreet: readonly string[] = [
  'ann',
  'tom',
  'eve',
  'bob',
  'choose-mfa',
  'set-up',
  'new-password',
  'device',
  'forgot-password',
];

/** Whoever does not know the password knows no code, either; and what goes wrong in a request says nothing of a user. */
const asAttacker = (act: Act): Act =>
  (act.do === 'answer' || act.do === 'stray') && act.with !== 'empty' ? { ...act, with: 'wrong' } : act;

const keepsToPage = (act: Act): boolean =>
  !['tab', 'prompt', 'listen'].includes(act.do) &&
  !(act.do === 'set' && ['auth-flow', 'login-with', 'mode', 'username'].includes(act.name));

/**
 * So the service answers a code that comes too late, or after too many others, where it has sent one; to a name that it does not know,
 * CodeMismatchException alone (developer guide, "Managing error responses"). What follows is not the page's to hide.
 */
const tellsApart = new Set(['ExpiredCodeException', 'TooManyFailedAttemptsException']);

const isTold = ({ network }: World): boolean =>
  network.answers.some(({ __type: type = '' }: Body & { __type?: string }) => tellsApart.has(type));

/** What anyone can see of one run: what the page was told, and what it shows. */
async function impression(
  sequence: Sequence,
  make: MakeSubject,
  broken: Break,
  name: string | null,
): Promise<string[]> {
  const seen: string[] = [];
  const open = async (world: World) => {
    world.stranger = name ?? world.start.user.username;
    const subject = await make(world);
    const look = () => {
      const found = subject.look();
      if (isTold(world)) return found;
      const { light = '', shadow = '', state = '', console: lines = '', 'event details': told = '' } = found.places;
      seen.push(
        [found.step, found.busy, found.ways, found.focus?.after, light, shadow, state, lines, told]
          .map((part) => plain(String(part), world))
          .join('\n'),
      );
      return found;
    };
    return { ...bound(subject), look };
  };
  await run(sequence, open, broken);
  return seen;
}

const bound = (subject: Awaited<ReturnType<MakeSubject>>) => ({
  pending: () => subject.pending(),
  act: (act: Parameters<typeof subject.act>[0]) => subject.act(act),
  idle: () => subject.idle(),
  listen: (act: Parameters<typeof subject.listen>[0]) => subject.listen(act),
  startOver: () => subject.startOver(),
  remove: () => subject.remove(),
});

/** Names and numbers of the request or the element alone differ. */
const plain = (text: string, { stranger: name }: World): string =>
  text
    .replaceAll(new RegExp(`\\b${name!}\\b`, 'g'), '(name)')
    .replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, '(id)')
    .replace(/\bcml-\d+-\d+|cognito-mfa-login-\d+/g, '(id)')
    .replace(/<!--.*?-->/gs, '');

/** @throws Broken */
export async function runPair(sequence: Sequence, make: MakeSubject, broken: Break = {}): Promise<{ steps: number }> {
  const acts = sequence.acts.filter(keepsToPage).map(asAttacker);
  const attack = { ...sequence, acts };
  const [wrong, unknown] = [
    await impression(attack, make, broken, null),
    await impression(attack, make, broken, stranger),
  ];
  const differs = wrong.findIndex((one, index) => one !== unknown[index]);
  if (differs >= 0)
    throw new Broken('I12', says, `look ${differs} differs: ${difference(wrong[differs]!, unknown[differs] ?? '')}`);
  return { steps: acts.length * 2 };
}

function difference(one: string, other: string): string {
  const at = [...one].findIndex((character, index) => character !== other[index]);
  return `"${one.slice(Math.max(0, at - 40), at + 80)}" and "${other.slice(Math.max(0, at - 40), at + 80)}"`;
}
