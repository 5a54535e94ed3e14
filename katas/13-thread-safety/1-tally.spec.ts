import { expect, interleave, test } from '#lab';
import * as kata from './1-tally.ts';

type Kata = typeof kata;

const once = ({ increment }: Kata, memory: Int32Array) => increment(memory);

const twice = ({ increment }: Kata, memory: Int32Array) => {
  increment(memory);
  increment(memory);
};

/** Increments, and says so in cell 3. */
const saysDone = ({ increment }: Kata, memory: Int32Array) => {
  increment(memory);
  Atomics.store(memory, 3, 1);
};

/** Has never incremented. */
const looksWhenDone = ({ total }: Kata, memory: Int32Array) =>
  Atomics.load(memory, 3) === 1 ? total(memory) : 'not done';

/** Increments, and looks what it has become. */
const andLooks = ({ increment, total }: Kata, memory: Int32Array) => {
  increment(memory);
  return total(memory);
};

const looksThrice = ({ total }: Kata, memory: Int32Array) => [
  total(memory),
  total(memory),
  total(memory),
];

/** Cell 1 is the kata's own; the next two are not. */
const cells = ['count', 'yours', 'other', 'done'];

/** `count` is what was there before. */
const counting = (
  threads: Readonly<Record<string, (kata: Kata, memory: Int32Array) => unknown>>,
  count = 0,
) =>
  interleave(kata, {
    cells,
    initial: { count, other: 7 },
    threads,
    always: { 'other is 7': ({ other }) => other === 7 },
  });

const TWICE = 'Two threads call increment() twice each.';

const GOES_ON = 'There were 40 before, and three threads call increment() once each.';

const ALONE = 'A single thread calls increment() three times here, and total() after that.';

const OWN =
  'Each of the two threads increments once, and calls total() after that. Its own increment has returned before that.';

const OTHERS =
  'B calls no increment() itself: total() is what all threads have counted, and that is in the shared memory.';

test('adds 1 to cell 0', async () => {
  const run = await counting({
    A: ({ increment, total }, memory) => {
      increment(memory);
      increment(memory);
      increment(memory);
      return total(memory);
    },
  });
  expect(run).toEndWith({ count: 3, A: 3 }, ALONE);
});

test('loses no increment of two threads, in whatever order their steps come', async () => {
  expect(await counting({ A: twice, B: twice })).toEndWith({ count: 4 }, TWICE);
});

test('loses no increment of three threads, and goes on from what is there', async () => {
  expect(await counting({ A: once, B: once, C: once }, 40)).toEndWith({ count: 43 }, GOES_ON);
});

test('total counts each increment that has returned, and never falls', async () => {
  const looking = await counting({ A: twice, B: looksThrice });
  expect(looking).toEndWith(({ B }) => {
    const [first, second, third] = B;
    const isRising = 0 <= first && first <= second && second <= third && third <= 2;
    return isRising
      ? undefined
      : `B has called total() three times, and got ${B.join(', ')}; expected numbers from 0 to 2 that never fall.`;
  });
  const asked = await counting({ A: saysDone, B: looksWhenDone }, 5);
  expect(asked).toEndWith(
    ({ B }) =>
      B === 'not done' || B === 6
        ? undefined
        : `There were 5 before. A has incremented, and B finds that A is done; then total() returns ${B}; expected 6.`,
    OTHERS,
  );
  const both = await counting({ A: andLooks, B: andLooks }, 5);
  expect(both).toEndWith(({ A, B }) => {
    const isRight = [A, B].every((seen) => seen === 6 || seen === 7) && (A === 7 || B === 7);
    return isRight
      ? undefined
      : `There were 5 before. A increments, and then total() returns ${A}; B increments, and then it returns ${B}. Expected 6 or 7, and 7 for the later one.`;
  }, OWN);
});

test('changes no cell but 0 and 1', async () => {
  expect(await counting({ A: once, B: andLooks })).toHold('Cell 2 belongs to other code.');
});

test('has no data race', async () => {
  expect(await counting({ A: twice, B: twice })).toHaveNoDataRace();
  expect(await counting({ A: andLooks, B: looksThrice })).toHaveNoDataRace();
});
