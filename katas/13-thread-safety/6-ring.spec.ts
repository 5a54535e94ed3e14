import { expect, interleave, test } from '#lab';
import * as kata from './6-ring.ts';

type Kata = typeof kata;

type Scene = Parameters<typeof interleave<Kata>>[1];

/** The cells of a ring: two counts, and those that are the kata's own. */
const cellsOf = (size: number, name = '') => [
  `taken${name}`,
  `put${name}`,
  ...Array.from({ length: 2 * size + 2 }, (_, i) => `own${i + 2}${name}`),
];

/** The ring is all of the memory, so the threads know its size by the length. The counts begin at `start`. */
const inRing = (size: number, threads: Scene['threads'], start = 0) =>
  interleave(kata, {
    cells: cellsOf(size),
    initial: { taken: start, put: start },
    threads,
  });

/** Fills the ring, and empties it in the end: seven numbers go through it. */
const fillsAndEmpties = ({ Ring }: Kata, memory: Int32Array) => {
  const size = memory.length / 2 - 2;
  const ring = new Ring(memory, 0, size);
  const taken = [];
  let put = 0;
  while (put < size) ring.put(++put);
  while (put < 7) {
    taken.push(ring.take());
    ring.put(++put);
  }
  while (taken.length < 7) taken.push(ring.take());
  return taken;
};

const ONE_TO_SEVEN = [1, 2, 3, 4, 5, 6, 7];

const putsTwo = ({ Ring }: Kata, memory: Int32Array) => {
  const ring = new Ring(memory, 0, memory.length / 2 - 2);
  ring.put(11);
  ring.put(22);
};

const putsThree = ({ Ring }: Kata, memory: Int32Array) => {
  const ring = new Ring(memory, 0, memory.length / 2 - 2);
  ring.put(11);
  ring.put(22);
  ring.put(33);
};

const takesOne = ({ Ring }: Kata, memory: Int32Array) => {
  const ring = new Ring(memory, 0, memory.length / 2 - 2);
  return [ring.take()];
};

const takesTwo = ({ Ring }: Kata, memory: Int32Array) => {
  const ring = new Ring(memory, 0, memory.length / 2 - 2);
  return [ring.take(), ring.take()];
};

/** A scene that several tests judge is run once. */
const kept = (run: () => ReturnType<typeof inRing>) => {
  let running: ReturnType<typeof inRing> | undefined;
  return () => {
    running ??= run();
    return running;
  };
};

/** With one slot, the second number has to wait; in the last cells of a larger memory, and with other counts. */
const oneSlot = kept(() =>
  interleave(kata, {
    cells: ['first', 'second', ...cellsOf(1)],
    initial: { first: 7, taken: 1, put: 1 },
    threads: {
      A: ({ Ring }, memory) => {
        const ring = new Ring(memory, 2, 1);
        ring.put(11);
        ring.put(22);
      },
      B: ({ Ring }, memory) => [new Ring(memory, 2, 1).take()],
    },
    always: {
      'put - taken is 0 or 1': ({ put = 0, taken = 0 }) => put === taken || put === taken + 1,
    },
  }),
);

/** A lock makes many more states, and too many in the larger scenes: then smaller ones have to do. */
const isLargerThan = async (states: number) => (await oneSlot()).states.length > states;

/** Nobody takes, so the wait for the fourth number never ends. */
const overfull = (start: number) =>
  interleave(kata, {
    cells: ['first', ...cellsOf(3)],
    initial: { first: 7, taken: start, put: start },
    threads: {
      A: ({ Ring }, memory) => {
        const ring = new Ring(memory, 1, 3);
        for (const value of [11, 22, 33, 44]) ring.put(value);
      },
    },
    always: {
      'put - taken is from 0 to 3': ({ put = 0, taken = 0 }) =>
        0 <= ((put - taken) | 0) && ((put - taken) | 0) <= 3,
    },
  });

/** In some interleavings, B has to wait for the first number, or for the second one. */
const twoEach = kept(async () =>
  inRing(2, { A: putsTwo, B: (await isLargerThan(1000)) ? takesOne : takesTwo }),
);

/** With two slots, the third number has to wait. */
const oneTaken = kept(() => inRing(2, { A: putsThree, B: takesOne }));

/** Each thread may have to wait twice. */
const waitTwice = kept(() => inRing(1, { A: putsThree, B: takesTwo }));

/** `A` puts 11, 22 and so on. */
const inOrder = ({ B }: { B?: number[] }) => {
  const wrong = B?.findIndex((value, i) => value !== 11 * (i + 1)) ?? -1;
  if (!B || wrong < 0) return undefined;
  const fact = `A puts 11, 22 and so on. B has taken ${B.map(String).join(', ')}; expected ${B.map((_, i) => 11 * (i + 1)).join(', ')}.`;
  return B[wrong] === 0 ? `${fact} A cell holds 0 before the first number is written to it.` : fact;
};

/** Of three slots, and of one slot behind it. */
const twoRings = (always: NonNullable<Scene['always']> = {}) =>
  interleave(kata, {
    cells: ['first', ...cellsOf(3), 'middle', ...cellsOf(1, ' too'), 'last'],
    initial: { first: 7, taken: 4, put: 4, middle: 7, last: 7 },
    threads: {
      A: ({ Ring }, memory) => {
        const ring = new Ring(memory, 1, 3);
        const other = new Ring(memory.subarray(11), 1, 1);
        ring.put(3);
        other.put(8);
        ring.put(4);
        const taken = [ring.take(), other.take()];
        other.put(9);
        ring.put(5);
        ring.put(6);
        return [...taken, ring.take(), other.take()];
      },
    },
    always,
  });

const ALONE = 'A single thread puts and takes here, one call after another.';

const ROOM =
  'A single thread calls here. There is a free slot at each put, and a number at each take: no call has anything to wait for.';

const COUNTS = 'Cell at counts what has been taken, and cell at + 1 what has been put.';

const NOWHERE_ELSE =
  'Three Rings for the same cells are used here. What one of them has done, another one can only know from the memory.';

const APART =
  'Two rings, each in cells of its own. The second one begins at cell 1 of a part of the memory.';

const OTHERS = 'The cells in front of a ring and behind it belong to other code.';

const ORDER =
  'Look at the step of put that writes the number, and at the step of take that reads it. When does the count change, before that or after it? And which step of put notices that the ring is full?';

const ELSEWHERE = 'The ring begins at cell 2 here, and both counts begin at 1.';

const GOES_ON =
  'From 2,147,483,647, a count goes to -2,147,483,648, and from -1 to 0. Which slot follows there, and is it the next one? Is a comparison of the two counts still right there?';

const IN_BETWEEN =
  'Other code may read both counts after any step: they tell it how many numbers are in the ring.';

const FULL =
  'Four numbers are put, one after another, and none is taken. The ring is full when it has `size` numbers, also where there are more slots.';

test('takes what was put, in the same order', async () => {
  const run = await inRing(2, {
    A: ({ Ring }, memory) => {
      const ring = new Ring(memory, 0, 2);
      const taken = [];
      for (const value of [5, 5, 0, -1, -2147483648, 2147483647, 0]) {
        ring.put(value);
        taken.push(ring.take());
      }
      return taken;
    },
  });
  expect(run).toEndWith({ A: [5, 5, 0, -1, -2147483648, 2147483647, 0] }, ALONE);
});

test('waits for nothing while a slot is free, or while a number is there', async () => {
  for (const size of [3, 1]) {
    const run = await inRing(size, { A: fillsAndEmpties });
    expect(run).toWaitForNothing(ROOM);
    expect(run).toEndWith({ A: ONE_TO_SEVEN }, ALONE);
  }
});

test('counts what has been taken, and what has been put', async () => {
  const run = await inRing(2, {
    A: ({ Ring }, memory) => {
      const ring = new Ring(memory, 0, 2);
      ring.put(5);
      const seen = [Atomics.load(memory, 0), Atomics.load(memory, 1)];
      ring.put(6);
      ring.take();
      seen.push(Atomics.load(memory, 0), Atomics.load(memory, 1));
      ring.take();
      ring.put(7);
      return [...seen, Atomics.load(memory, 0), Atomics.load(memory, 1)];
    },
  });
  expect(run).toEndWith({ A: [0, 1, 1, 2, 2, 3] }, COUNTS);
});

test('another Ring of the same cells goes on, and other cells are another ring', async () => {
  const later = await inRing(3, {
    A: ({ Ring }, memory) => {
      const [first, second] = [new Ring(memory, 0, 3), new Ring(memory, 0, 3)];
      first.put(5);
      second.put(6);
      const taken = [first.take()];
      first.put(7);
      new Ring(memory, 0, 3).put(8);
      taken.push(second.take(), first.take(), new Ring(memory, 0, 3).take());
      return taken;
    },
  });
  expect(later).toEndWith({ A: [5, 6, 7, 8] }, NOWHERE_ELSE);
  expect(await twoRings()).toEndWith({ A: [3, 8, 4, 9] }, APART);
});

test('changes no cell of others', async () => {
  const run = await twoRings({
    'first, middle and last are 7': ({ first, middle, last }) =>
      first === 7 && middle === 7 && last === 7,
  });
  expect(run).toHold(OTHERS);
});

test('loses, swaps and repeats no number between two threads', async () => {
  expect(await twoEach()).toEndWith(inOrder, ORDER);
  if (!(await isLargerThan(500))) expect(await oneTaken()).toEndWith(inOrder, ORDER);
});

test('works with one slot', async () => {
  expect(await oneSlot()).toEndWith(inOrder, `${ORDER} ${ELSEWHERE}`);
  if (!(await isLargerThan(500))) expect(await waitTwice()).toEndWith(inOrder, ORDER);
});

test('put sleeps while the ring is full, and take while it is empty', async () => {
  expect(await oneSlot()).toSleep();
  expect(await twoEach()).toSleep();
  expect(await overfull(0)).toHold(FULL);
});

test('works on when the counts pass the greatest number', async () => {
  for (const start of [2147483644, -4]) {
    for (const size of [3, 1, 5, 6]) {
      const run = await inRing(size, { A: fillsAndEmpties }, start);
      const end = (start + 7) | 0;
      expect(run).toEndWith({ A: ONE_TO_SEVEN, taken: end, put: end }, GOES_ON);
    }
    expect(await overfull(start + 2)).toHold(GOES_ON);
  }
});

test('the counts are right after each step', async () => {
  expect(await oneSlot()).toHold(IN_BETWEEN);
});

test('has no data race', async () => {
  expect(await oneSlot()).toHaveNoDataRace();
  expect(await twoEach()).toHaveNoDataRace();
});
