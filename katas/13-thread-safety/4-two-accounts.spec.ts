import { expect, interleave, test } from '#lab';
import * as kata from './4-two-accounts.ts';

type Kata = typeof kata;

type Scene = Parameters<typeof interleave<Kata>>[1];

const NAMES = ['a', 'b', 'c', 'd'];

/** A bank with these balances. Cell `yours` is the kata's own, and `other` belongs to other code. */
const bank = (
  balances: readonly number[],
  threads: Scene['threads'],
  more: Partial<Scene> = {},
) => {
  const names = NAMES.slice(0, balances.length);
  const locks = names.map((name) => `lock ${name}`);
  return interleave(kata, {
    cells: [...names, 'yours', 'other', ...locks],
    initial: { ...Object.fromEntries(names.map((name, i) => [name, balances[i] ?? 0])), other: 7 },
    locks,
    threads,
    ...more,
  });
};

/** A moves from a to b, and B from b to a. Both have the same balance, and enough. */
const opposite = () =>
  bank([11, 11], {
    A: ({ transfer }, memory, locks) => transfer(memory, locks, 0, 1, 3),
    B: ({ transfer }, memory, locks) => transfer(memory, locks, 1, 0, 5),
  });

/** The same with b and c, where A has moved money before. */
const later = () =>
  bank([7, 11, 13], {
    A: ({ transfer }, memory, locks) => [
      transfer(memory, locks, 0, 1, 3),
      transfer(memory, locks, 2, 1, 3),
    ],
    B: ({ transfer }, memory, locks) => transfer(memory, locks, 1, 2, 5),
  });

/** The same with a and c. */
const across = () =>
  bank([11, 13, 7], {
    A: ({ transfer }, memory, locks) => transfer(memory, locks, 0, 2, 3),
    B: ({ transfer }, memory, locks) => transfer(memory, locks, 2, 0, 5),
  });

/** Each moves money to the next account, and the last one to the first. B and C never have enough. */
const ring = () =>
  bank([7, 1, 1], {
    A: ({ transfer }, memory, locks) => transfer(memory, locks, 0, 1, 3),
    B: ({ transfer }, memory, locks) => transfer(memory, locks, 1, 2, 15),
    C: ({ transfer }, memory, locks) => transfer(memory, locks, 2, 0, 22),
  });

/** A moves from a to a, what is there and more than that; B uses the same account. */
const toItself = () =>
  bank([7, 11], {
    A: ({ transfer }, memory, locks) => [
      transfer(memory, locks, 0, 0, 3),
      transfer(memory, locks, 0, 0, 30),
    ],
    B: ({ transfer }, memory, locks) => transfer(memory, locks, 0, 1, 3),
  });

/** One transfer of A has enough, and the other one has not. B looks at both accounts if it can have all locks without waiting. */
const watched = () =>
  bank([7, 11], {
    A: ({ transfer }, memory, locks) => [
      transfer(memory, locks, 0, 1, 3),
      transfer(memory, locks, 1, 0, 15),
    ],
    B: (_, memory, locks) => {
      const held = [];
      for (const lock of locks) if (lock.tryLock()) held.push(lock);
      const seen = held.length === 2 ? [memory[0], memory[1]] : 'busy';
      for (const lock of held) lock.unlock();
      return seen;
    },
  });

/** B puts 2 in each account, one after the other. While it has the lock, it writes what it will not leave there. */
const busy = () =>
  bank([7, 11], {
    A: ({ transfer }, memory, locks) => transfer(memory, locks, 0, 1, 3),
    B: (_, memory, locks) => {
      for (const [i, lock] of locks.entries()) {
        lock.lock();
        const balance = memory[i] as number;
        memory[i] = 0;
        memory[i] = balance + 2;
        lock.unlock();
      }
    },
  });

/** The two have no account in common. */
const apart = () =>
  bank([7, 11, 13, 17], {
    A: ({ transfer }, memory, locks) => transfer(memory, locks, 0, 2, 3),
    B: ({ transfer }, memory, locks) => transfer(memory, locks, 3, 1, 5),
  });

/** Only the accounts 0 and 1 are used, in one direction. B is refused. */
const untouched = () =>
  bank(
    [7, 11, 13],
    {
      A: ({ transfer }, memory, locks) => {
        const before = [...locks];
        transfer(memory, locks, 1, 0, 3);
        return locks.length === 3 && locks.every((lock, i) => lock === before[i]);
      },
      B: ({ transfer }, memory, locks) => transfer(memory, locks, 1, 0, 90),
    },
    { always: { 'c is 13': ({ c }) => c === 13, 'other is 7': ({ other }) => other === 7 } },
  );

const TWO_BANKS = ['lock a', 'lock b', 'lock x', 'lock y', 'lock z'];

/** Behind the first bank there is a larger one, with locks of its own. */
const twoBanks = () =>
  bank(
    [7, 11],
    {
      A: ({ transfer }, memory, locks) => [
        transfer(memory, locks.slice(0, 2), 0, 1, 3),
        transfer(memory.subarray(3), locks.slice(2), 0, 1, 5),
      ],
    },
    {
      cells: ['a', 'b', 'yours', 'x', 'y', 'z', 'yours too', ...TWO_BANKS],
      initial: { a: 7, b: 11, x: 17, y: 2, z: 19 },
      locks: TWO_BANKS,
    },
  );

const ALONE = 'A is the only thread here: no other one comes in between.';

const ENOUGH =
  'Where the account has less than the amount, a call moves nothing, releases its locks, and returns false. Where it has as much or more, the call moves the amount, and returns true.';

const ITSELF =
  'From a to a, nothing moves, and the call returns true. B moves 3 from a to b, and has enough.';

const RELEASED = 'Each lock that a call has taken, it releases, on each way out.';

const BOTH =
  'Both accounts have enough, so both calls return true. A lock that is not free says nothing about a balance.';

const MOMENT =
  'A balance may change until you have its lock. Which lock did your code have when it read the balance, and when it wrote it?';

const ASLEEP =
  'lock() lets a thread sleep until it can have the lock, and Atomics.wait until it is notified. A loop that asks does not.';

const SUM =
  'A thread that has all locks has to find all the money. Are both locks held from the first write to the last one?';

const TOGETHER =
  'A uses the accounts a and c, and B uses b and d. Does each of them take its two locks, and no other one, and have both at the same time? Neither has to wait for the other.';

const BANKS =
  'The second bank has a memory and locks of its own. Does the second call use these, and nothing that the first call has left?';

const OTHERS =
  'Cell 2 is an account that no transfer names here, and cell 4 belongs to other code.';

test('moves the amount from one account to the other, and returns true', async () => {
  const run = await bank([7, 11, 13], {
    A: ({ transfer }, memory, locks) => [
      transfer(memory, locks, 0, 2, 3),
      transfer(memory, locks, 2, 1, 5),
    ],
  });
  expect(run).toEndWith({ A: [true, true], a: 4, b: 16, c: 11 }, ALONE);
});

test('returns false and moves nothing if there is not enough', async () => {
  const run = await bank([7, 0], {
    A: ({ transfer }, memory, locks) => {
      const move = (from: number, to: number, amount: number) =>
        transfer(memory, locks, from, to, amount);
      return [move(0, 1, 8), move(1, 0, 1), move(0, 1, 7), move(0, 1, 1), move(0, 1, 0)];
    },
  });
  expect(run).toEndWith({ A: [false, false, true, false, true], a: 0, b: 7 }, ENOUGH);
});

test('moves nothing from an account to itself', async () => {
  expect(await toItself()).toEndWith({ A: [true, true], B: true, a: 4, b: 14 }, ITSELF);
});

test('has released its locks when it returns', async () => {
  for (const run of [await untouched(), await toItself()])
    expect(run).toEndWith({ 'lock a': 0, 'lock b': 0 }, RELEASED);
});

test('lets two opposite transfers return, in whatever order the steps come', async () => {
  expect(await opposite()).toEndWith({ A: true, B: true, a: 13, b: 9 }, BOTH);
  expect(await across()).toEndWith({ A: true, B: true, a: 13, c: 5 }, BOTH);
  expect(await later()).toEndWith({ A: [true, true], B: true, a: 4, b: 12, c: 15 }, BOTH);
});

test('lets three transfers in a ring return', async () => {
  expect(await ring()).toEndWith({ A: true, B: false, C: false, a: 4, b: 4, c: 1 }, MOMENT);
});

test('sleeps while it has to wait', async () => {
  expect(await untouched()).toSleep(ASLEEP);
  expect(await busy()).toSleep(ASLEEP);
});

test('loses no amount, spends none twice, and refuses none that is there', async () => {
  const twice = await bank([0, 5, 0], {
    A: ({ transfer }, memory, locks) => transfer(memory, locks, 1, 0, 5),
    B: ({ transfer }, memory, locks) => transfer(memory, locks, 1, 2, 5),
  });
  expect(twice).toEndWith(({ A, B, a, b, c }) => {
    if (A === !B && typeof B === 'boolean' && a === (A ? 5 : 0) && b === 0 && c === 5 - a)
      return undefined;
    return `b had 5. A moves 5 from b to a, and B moves 5 from b to c. They have returned ${A} and ${B}; a is ${a}, b is ${b}, and c is ${c}. Expected: the 5 is moved once.`;
  }, MOMENT);
  const toOne = await bank([7, 11, 13], {
    A: ({ transfer }, memory, locks) => transfer(memory, locks, 0, 1, 3),
    B: ({ transfer }, memory, locks) => transfer(memory, locks, 2, 1, 5),
  });
  expect(toOne).toEndWith({ A: true, B: true, a: 4, b: 19, c: 8 }, MOMENT);
  expect(await apart()).toEndWith({ A: true, B: true, a: 4, b: 16, c: 16, d: 12 }, MOMENT);
  expect(await busy()).toEndWith({ A: true, a: 6, b: 16 }, MOMENT);
});

test('shows all the money to a thread that has all locks', async () => {
  expect(await watched()).toEndWith(({ B }) => {
    if (B === 'busy' || B[0] + B[1] === 18) return undefined;
    return `B has both locks, and finds ${B[0]} in a and ${B[1]} in b. Expected: 18 in both together.`;
  }, SUM);
});

test('lets two transfers that have no account in common have their locks at the same time', async () => {
  const run = await apart();
  expect(run).toAllow(
    'A has the locks of a and c, B has those of b and d, and no money has arrived yet',
    (cells) =>
      [cells['lock a'], cells['lock c']].every((has) => has === 1) &&
      [cells['lock b'], cells['lock d']].every((has) => has === 2) &&
      cells['b'] === 11 &&
      cells['c'] === 13,
    TOGETHER,
  );
});

test('keeps two banks apart', async () => {
  const run = await twoBanks();
  expect(run).toEndWith({ A: [true, true], a: 4, b: 14, x: 12, y: 7, z: 19 }, BANKS);
  expect(run).toAllow(
    'A has the locks of x and y',
    (cells) => cells['lock x'] === 1 && cells['lock y'] === 1,
    BANKS,
  );
});

test('changes no cell of others, and not the list', async () => {
  const run = await untouched();
  expect(run).toHold(OTHERS);
  expect(run).toEndWith(({ A }) =>
    A === true ? undefined : 'After the call, the list of locks is not what it was.',
  );
});

test('has no data race', async () => {
  for (const run of [
    await opposite(),
    await apart(),
    await toItself(),
    await watched(),
    await busy(),
  ])
    expect(run).toHaveNoDataRace();
});
