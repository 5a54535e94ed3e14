import { expect, interleave, test } from '#lab';
import * as kata from './3-mutex.ts';

type Kata = typeof kata;

/** Locks and unlocks, with nothing in between. */
const bare = ({ Mutex }: Kata, memory: Int32Array) => {
  const mutex = new Mutex(memory, 0);
  mutex.lock();
  mutex.unlock();
};

/** Is counted in cell 3 while it has the mutex. */
const isInsideTwice = ({ Mutex }: Kata, memory: Int32Array) => {
  const mutex = new Mutex(memory, 0);
  for (let section = 0; section < 2; section++) {
    mutex.lock();
    Atomics.add(memory, 3, 1);
    Atomics.sub(memory, 3, 1);
    mutex.unlock();
  }
};

const isInside = ({ Mutex }: Kata, memory: Int32Array) => {
  const mutex = new Mutex(memory, 0);
  mutex.lock();
  Atomics.add(memory, 3, 1);
  Atomics.sub(memory, 3, 1);
  mutex.unlock();
};

/** Lets the others in when it has the mutex: so they find it taken. */
const holds = ({ Mutex }: Kata, memory: Int32Array, locks: ThreadLock[]) => {
  const mutex = new Mutex(memory, 0);
  mutex.lock();
  for (const door of locks) door.unlock();
  memory[3] = 1;
  mutex.unlock();
};

/** Lets the other one in, and adds 1 three times. */
const holdsAgain = ({ Mutex }: Kata, memory: Int32Array, [door]: ThreadLock[]) => {
  const mutex = new Mutex(memory, 0);
  mutex.lock();
  door?.unlock();
  mutex.unlock();
  for (let section = 0; section < 3; section++) {
    mutex.lock();
    memory[3] = (memory[3] as number) + 1;
    mutex.unlock();
  }
};

const addsBehindDoor = ({ Mutex }: Kata, memory: Int32Array, [door]: ThreadLock[]) => {
  const mutex = new Mutex(memory, 0);
  door?.lock();
  mutex.lock();
  memory[3] = (memory[3] as number) + 1;
  mutex.unlock();
};

const comesByB = ({ Mutex }: Kata, memory: Int32Array, [door]: ThreadLock[]) => {
  const mutex = new Mutex(memory, 0);
  door?.lock();
  mutex.lock();
  memory[3] = 2;
  mutex.unlock();
};

const comesByC = ({ Mutex }: Kata, memory: Int32Array, [, door]: ThreadLock[]) => {
  const mutex = new Mutex(memory, 0);
  door?.lock();
  mutex.lock();
  memory[3] = 3;
  mutex.unlock();
};

/** Adds 1 to cell 3, plainly. */
const once = ({ Mutex }: Kata, memory: Int32Array) => {
  const mutex = new Mutex(memory, 0);
  mutex.lock();
  memory[3] = (memory[3] as number) + 1;
  mutex.unlock();
};

const twice = ({ Mutex }: Kata, memory: Int32Array) => {
  const mutex = new Mutex(memory, 0);
  for (let section = 0; section < 2; section++) {
    mutex.lock();
    memory[3] = (memory[3] as number) + 1;
    mutex.unlock();
  }
};

type Scene = Parameters<typeof interleave<Kata>>[1];
type ThreadCode = Scene['threads'][string];
type ThreadLock = Parameters<ThreadCode>[2][number];

/** The mutex is in the first three cells. */
const sharing = (fourth: string, threads: Scene['threads'], always: Scene['always'] = {}) =>
  interleave(kata, { cells: ['lock', 'lock + 1', 'lock + 2', fourth], threads, always });

/**
 * Nobody comes in by a door before A opens it.
 *
 * @param most so many states are tried. With three threads, these are all of them for most answers.
 */
const behindDoors = (fourth: string, doors: string[], threads: Scene['threads'], most: number) =>
  interleave(kata, {
    cells: ['lock', 'lock + 1', 'lock + 2', fourth, ...doors],
    locks: doors,
    initial: Object.fromEntries(doors.map((door) => [door, 1])),
    threads,
    most,
  });

const alone = () =>
  sharing('count', {
    A: ({ Mutex }, memory) => {
      const mutex = new Mutex(memory, 0);
      for (let section = 0; section < 10; section++) {
        mutex.lock();
        memory[3] = (memory[3] as number) + 1;
        mutex.unlock();
      }
    },
  });

/** Two mutexes. */
const CELLS = ['first', 'first + 1', 'first + 2', 'second', 'second + 1', 'second + 2'];

/** Has the second mutex while it adds 1 to cell 6. */
const inSecond = ({ Mutex }: Kata, memory: Int32Array) => {
  const second = new Mutex(memory, 3);
  second.lock();
  memory[6] = (memory[6] as number) + 1;
  second.unlock();
};

/** The same, and calls that mutex the first one of a part of the memory. */
const inPart = ({ Mutex }: Kata, memory: Int32Array) => {
  const second = new Mutex(memory.subarray(3), 0);
  second.lock();
  memory[6] = (memory[6] as number) + 1;
  second.unlock();
};

/** Has the first mutex again when it takes the second one, and releases them in the order in which it took them. */
const inBoth = ({ Mutex }: Kata, memory: Int32Array) => {
  const first = new Mutex(memory, 0);
  const second = new Mutex(memory, 3);
  first.lock();
  first.unlock();
  first.lock();
  second.lock();
  first.unlock();
  memory[6] = (memory[6] as number) + 1;
  second.unlock();
  first.lock();
  first.unlock();
};

const apart = (threads: Scene['threads']) =>
  interleave(kata, { cells: [...CELLS, 'count'], threads });

const FREE = 'No other thread ever wants this mutex: it is free for each lock().';

const OTHERS =
  'The mutex is in cells 1 to 3. The cells in front of it and behind it are not its own.';

const HELD =
  'What threads know of each other can only be in the memory. Each thread has its own copy of your file, and a Mutex of its own.';

const INSIDE =
  'A thread is inside from the return of lock() to its call of unlock(). Which step of your code takes the mutex? What may another thread have done since the step that found it free?';

const SLEEPS =
  'A thread that has to wait sleeps in Atomics.wait, without a time limit, until an unlock() wakes it.';

const APART =
  'A has the mutex at cell 0, and B has the one at cell 3. Neither of them waits for the other.';

/** @param story what adds 1 to count, and with which mutex */
const countsTo =
  (expected: number, story: string) =>
  ({ count }: { readonly count: number }) =>
    count === expected
      ? undefined
      : `${story} At the end, count is ${count}; expected ${expected}.`;

const ALONE = 'A locks the mutex ten times, and adds 1 to count each time.';

const TWO = 'A locks the mutex twice, and B once. Each adds 1 to count before its unlock().';

const UNLUCKY =
  'B wants the mutex, and A locks it again and again. A adds 1 to count three times, and B once.';

const SAME =
  'A has the mutex at cell 3 of the memory, and B has the one at cell 0 of a part that begins there: it is the same one. Each adds 1 to count.';

const NESTED =
  'A has the mutex at cell 0 while it takes the one at cell 3, and releases that at cell 0 first. B takes only the one at cell 3. Each adds 1 to count.';

test('locks and unlocks a free mutex again and again, and waits for nothing', async () => {
  const run = await alone();
  expect(run).toEndWith(countsTo(10, ALONE));
  expect(run).toWaitForNothing(FREE);
});

test('changes no cell but its own three', async () => {
  const atOne = ({ Mutex }: Kata, memory: Int32Array) => {
    const mutex = new Mutex(memory, 1);
    mutex.lock();
    mutex.unlock();
  };
  const run = await interleave(kata, {
    cells: ['before', 'lock', 'lock + 1', 'lock + 2', 'after'],
    initial: { before: 7, after: 7 },
    threads: { A: atOne, B: atOne },
    always: { 'before and after are 7': ({ before, after }) => before === 7 && after === 7 },
  });
  expect(run).toHold(OTHERS);
});

test('lets one thread in at a time, in whatever order their steps come', async () => {
  const held = await sharing('none', { A: ({ Mutex }, memory) => new Mutex(memory, 0).lock() });
  expect(held).toEndWith(
    (end) =>
      [end.lock, end['lock + 1'], end['lock + 2']].some((cell) => cell !== 0)
        ? undefined
        : 'A has the mutex, and its three cells are 0, as at the beginning: a thread that comes now cannot know that.',
    HELD,
  );
  const run = await sharing(
    'inside',
    { A: isInsideTwice, B: isInside },
    { 'inside is 1 at most': ({ inside = 0 }) => inside <= 1 },
  );
  expect(run).toHold(INSIDE);
});

test('protects what two threads read and write plainly', async () => {
  expect(await sharing('count', { A: twice, B: once })).toEndWith(countsTo(3, TWO));
  const unlucky = await behindDoors('count', ['door'], { A: holdsAgain, B: addsBehindDoor }, 1000);
  expect(unlucky).toEndWith(countsTo(4, UNLUCKY));
});

test('lets three threads in, one after another', async () => {
  const threads = { A: holds, B: comesByB, C: comesByC };
  const run = await behindDoors('saw', ['door B', 'door C'], threads, 3000);
  expect(run).toSleep(SLEEPS);
  expect(run).toHaveNoDataRace();
});

test('lets a thread that has to wait sleep until it is woken', async () => {
  expect(await sharing('count', { A: twice, B: once })).toSleep(SLEEPS);
});

test('keeps two mutexes apart, wherever they are', async () => {
  expect(await apart({ A: bare, B: inSecond })).toWaitForNothing(APART);
  expect(await apart({ A: inSecond, B: inPart })).toEndWith(countsTo(2, SAME));
  expect(await apart({ A: inBoth, B: inSecond })).toEndWith(countsTo(2, NESTED));
});

test('has no data race', async () => {
  expect(await sharing('count', { A: twice, B: once })).toHaveNoDataRace();
});
