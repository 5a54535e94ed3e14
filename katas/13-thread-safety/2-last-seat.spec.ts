import { expect, interleave, test } from '#lab';
import * as kata from './2-last-seat.ts';

type Kata = typeof kata;

const once = ({ book }: Kata, memory: Int32Array) => book(memory);

const twice = ({ book }: Kata, memory: Int32Array) => [book(memory), book(memory)];

const fourTimes = ({ book }: Kata, memory: Int32Array) => [
  book(memory),
  book(memory),
  book(memory),
  book(memory),
];

/** Counts its call in cell 3, and the seat that it has got in cell 4. */
const counted = ({ book }: Kata, memory: Int32Array) => {
  Atomics.add(memory, 3, 1);
  if (book(memory)) Atomics.add(memory, 4, 1);
};

/** Another sale is in cells 3 and 4, and has one seat. Its cell 2 is cell 5 here. */
const inTwoSales = ({ book }: Kata, memory: Int32Array) => {
  const evening = memory.subarray(3);
  return [book(evening), book(evening), book(memory)];
};

type Scene = Parameters<typeof interleave<Kata>>[1];

/** Cell 1 is the kata's own; the next one is not. */
const selling = (free: number, threads: Scene['threads'], more: Partial<Scene> = {}) =>
  interleave(kata, {
    cells: ['free', 'yours', 'other'],
    initial: { free, other: 7 },
    threads,
    ...more,
  });

/** Three calls, and two seats. */
const threeCalls = (more: Partial<Scene> = {}) => selling(2, { A: twice, B: once }, more);

const twoSales = () =>
  selling(
    2,
    { A: inTwoSales },
    {
      cells: ['free', 'yours', 'other', 'evening', 'yours too', 'other too'],
      initial: { free: 2, other: 7, evening: 1 },
      always: { 'other too is 0': (cells) => cells['other too'] === 0 },
    },
  );

const OTHERS = 'Cell 2 belongs to other code.';

const ALONE = 'A single thread calls book() three times here, and 300 seats are free.';

const NONE_FREE = 'No seat is free, and none ever will be: each call has to return false.';

const LAST_SEAT =
  'Two threads can look at cell 0 while one seat is free. What stops the second one from taking a seat as well?';

const ENOUGH =
  'In your code, which step decides that no seat is free? Which number did that step see, or did it see none?';

const AT_EVERY_STEP =
  'Other code may read cell 0 after any step. Does a step of yours change it before it is known that a seat is free?';

const TWO_SALES =
  'The sale in the evening has cells of its own, and one seat. What is known about one sale says nothing about the other.';

test('takes one seat from cell 0, and returns true', async () => {
  const run = await selling(300, {
    A: ({ book }, memory) => [book(memory), book(memory), book(memory)],
  });
  expect(run).toEndWith({ A: [true, true, true], free: 297 }, ALONE);
});

test('returns false if no seat is free, and waits for none', async () => {
  expect(await selling(0, { A: once })).toWaitForNothing(NONE_FREE);
  const run = await selling(0, { A: twice, B: twice });
  expect(run).toEndWith({ A: [false, false], B: [false, false], free: 0 }, NONE_FREE);
});

test('sells each seat once, in whatever order the steps come', async () => {
  const run = await selling(2, { A: once, B: once, C: once });
  expect(run).toEndWith(({ A, B, C, free }) => {
    const sold = [A, B, C].filter((isSold) => isSold === true).length;
    if (sold === 3) return 'Two seats were free, and all three calls have returned true.';
    if (free === 2 - sold) return undefined;
    return `Two seats were free, and ${sold} of three calls returned true. At the end, free is ${free}; expected ${2 - sold}.`;
  }, LAST_SEAT);
  expect(await selling(3, { A: twice, B: twice })).toEndWith(({ A, B, free }) => {
    const sold = [...A, ...B].filter((isSold) => isSold === true).length;
    if (sold + free === 3) return undefined;
    return `Three seats were free, and ${sold} of four calls returned true. At the end, free is ${free}; expected ${Math.max(3 - sold, 0)}.`;
  }, LAST_SEAT);
});

test('returns false only if all seats have been sold', async () => {
  expect(await threeCalls()).toEndWith(({ A, B }) => {
    const sold = [...A, B].filter((isSold) => isSold === true).length;
    if (sold >= 2) return undefined;
    return `Two seats were free, and there were three calls. ${sold === 1 ? 'One of them' : 'None of them'} has returned true; expected two.`;
  }, ENOUGH);
  const enough = await selling(3, { A: twice, B: once });
  expect(enough).toEndWith({ A: [true, true], B: true }, ENOUGH);
  const many = await selling(5, { A: once, B: fourTimes });
  expect(many).toEndWith({ A: true, B: [true, true, true, true] }, ENOUGH);
});

test('has the number of free seats in cell 0 at every step', async () => {
  const run = await threeCalls({
    always: { 'free is 0 or more': ({ free = 0 }) => free >= 0 },
  });
  expect(run).toHold(AT_EVERY_STEP);
  const counting = await selling(
    3,
    { A: counted, B: counted },
    {
      cells: ['free', 'yours', 'other', 'calls', 'sold'],
      always: {
        'free is 3 less the calls, or more': ({ free = 0, calls = 0 }) => free >= 3 - calls,
        'free is 3 less the sold seats, or fewer': ({ free = 0, sold = 0 }) => free <= 3 - sold,
      },
    },
  );
  expect(counting).toHold(AT_EVERY_STEP);
});

test('keeps two sales apart', async () => {
  expect(await twoSales()).toEndWith({ A: [true, false, true], free: 1, evening: 0 }, TWO_SALES);
});

test('changes no cell but 0 and 1', async () => {
  const run = await selling(
    1,
    { A: twice, B: once },
    { always: { 'other is 7': ({ other }) => other === 7 } },
  );
  expect(run).toHold(OTHERS);
  expect(await twoSales()).toHold(OTHERS);
});

test('has no data race', async () => {
  expect(await threeCalls()).toHaveNoDataRace();
  expect(await selling(1, { A: twice, B: twice })).toHaveNoDataRace();
});
