import { expect, interleave, test } from '#lab';
import { outcomes, type Program } from './7-what-can-happen.ts';

type Thread = (_: object, memory: Int32Array) => unknown;

type Ending = Readonly<Record<string, unknown>>;

/** The programs are here, and in no file that learners write. Each thread stands for itself: real ones run it, too. */
const run = (cells: readonly string[], A: Thread, B: Thread) =>
  interleave({}, { cells, threads: { A, B } });

const increments: Thread = (_, memory) => {
  // biome-ignore lint/style/noNonNullAssertion: it is the very line that is asked about
  memory[0]!++;
};

const incrementsThrice: Thread = (_, memory) => {
  for (let i = 0; i < 3; i++) {
    // biome-ignore lint/style/noNonNullAssertion: the same
    memory[0]!++;
  }
};

const addsThrice: Thread = (_, memory) => {
  for (let i = 0; i < 3; i++) Atomics.add(memory, 0, 1);
};

const setsAAndLooksAtB: Thread = (_, memory) => {
  Atomics.store(memory, 0, 1);
  return Atomics.load(memory, 1);
};

const setsBAndLooksAtA: Thread = (_, memory) => {
  Atomics.store(memory, 1, 1);
  return Atomics.load(memory, 0);
};

const sends: Thread = (_, memory) => {
  Atomics.store(memory, 0, 42);
  Atomics.store(memory, 1, 1);
};

const sendsFlagFirst: Thread = (_, memory) => {
  Atomics.store(memory, 1, 1);
  Atomics.store(memory, 0, 42);
};

const looks: Thread = (_, memory) =>
  Atomics.load(memory, 1) === 1 ? Atomics.load(memory, 0) : 'none';

/** It may be anything. Without a list for the program, all that was returned is shown. */
const foretold = (program: Program): string[] => {
  const all: Partial<ReturnType<typeof outcomes>> | undefined = outcomes();
  return all?.[program] ?? (all as unknown as string[]);
};

const inCount = ({ count }: Ending) => `${count}`;

const byBoth = ({ A, B }: Ending) => `${A}${B}`;

const byB = ({ B }: Ending) => `${B}`;

/** Why an ending can happen, or why it cannot: true of the program, whatever the answer says. */
type Because = (ending: string) => string;

const A_NUMBER = 'An ending is the number in count, in digits, without a zero in front.';

const inDigits = (ending: string) => /^(0|[1-9]\d*)$/.test(ending);

/** So many times all in all. */
const ofIncrements =
  (times: number, atOne: string): Because =>
  (ending) => {
    if (!inDigits(ending)) return A_NUMBER;
    const count = Number(ending);
    if (count === 0) return 'Each ++ writes 1 more than it has read, and no number is below 0.';
    if (count > times)
      return `There are ${times} increments, and each one makes 1 more of a number that it has read: there is no way past ${times}.`;
    if (count === times)
      return 'To run one thread first and the other one after it is an interleaving, too.';
    return count === 1
      ? atOne
      : 'A ++ writes 1 more than it has read, whatever the other thread has counted in the meantime.';
  };

const ofOnce = ofIncrements(
  2,
  'Both threads may read before either of them writes. Then both write the same number.',
);

const ofThrice = ofIncrements(
  6,
  'The last write of all is the third ++ of a thread. Before that ++ has read, its thread has written twice itself: at least 1 was there.',
);

const ofAdd: Because = (ending) =>
  inDigits(ending)
    ? 'Each add is one step: no other thread comes between its read and its write, so all six count.'
    : A_NUMBER;

const ofFlags: Because = (ending) => {
  switch (ending) {
    case '00':
      return 'Each thread stores before it loads. When the later one of the two loads comes, both stores have been done. So that load returns 1.';
    case '11':
      return 'Both threads may store before either of them loads.';
    case '01':
    case '10':
      return 'One thread may return before the other one has taken its first step.';
    default:
      return 'An ending is two digits: what A has returned, and what B has returned.';
  }
};

const ofMail: Because = (ending) => {
  switch (ending) {
    case '0':
      return 'ready is stored last. When B finds 1 in it, 42 is in text already.';
    case 'none':
      return 'B may look before A has stored 1 in ready. It looks once, and does not wait.';
    case '42':
      return 'B may look when A has done both steps.';
    default:
      return WHAT_B_RETURNS;
  }
};

const ofFlagFirst: Because = (ending) => {
  switch (ending) {
    case '0':
      return 'ready is 1 before 42 is in text. B may load both between these two steps.';
    case 'none':
      return 'B may look before A has taken its first step. It looks once, and does not wait.';
    case '42':
      return 'B may look when A has done both steps.';
    default:
      return WHAT_B_RETURNS;
  }
};

const WHAT_B_RETURNS = "B returns 'none', or the number that it finds in text.";

test("'once': one ++ in each thread", async () => {
  const once = await run(['count'], increments, increments);
  expect(once).toHaveOutcomes(foretold('once'), inCount, ofOnce);
});

test("'thrice': three times ++ in each thread", async () => {
  const thrice = await run(['count'], incrementsThrice, incrementsThrice);
  expect(thrice).toHaveOutcomes(foretold('thrice'), inCount, ofThrice);
});

test("'add': three times add in each thread", async () => {
  const add = await run(['count'], addsThrice, addsThrice);
  expect(add).toHaveOutcomes(foretold('add'), inCount, ofAdd);
});

test("'flags': each thread sets its flag, and looks at the other one", async () => {
  const flags = await run(['a', 'b'], setsAAndLooksAtB, setsBAndLooksAtA);
  expect(flags).toHaveOutcomes(foretold('flags'), byBoth, ofFlags);
});

test("'mail': A stores the text, and says that it is ready", async () => {
  const mail = await run(['text', 'ready'], sends, looks);
  expect(mail).toHaveOutcomes(foretold('mail'), byB, ofMail);
});

test("'flagFirst': A says that it is ready, and stores the text", async () => {
  const flagFirst = await run(['text', 'ready'], sendsFlagFirst, looks);
  expect(flagFirst).toHaveOutcomes(foretold('flagFirst'), byB, ofFlagFirst);
});
