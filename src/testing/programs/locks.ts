/** Small programs of threads that take two locks. */
import type { ThreadLock } from '../../lab/explore/interleavings/scene.ts';
import type { ThreadProgram } from './threads.ts';

type Memory = Int32Array;

type Take = (locks: readonly ThreadLock[]) => void;

/** Two locks of the scene; B names them the other way round. */
export function twoLocks(take: Take): ThreadProgram {
  const kata = { take };
  return {
    kata,
    scene: {
      cells: ['left', 'right'],
      locks: ['left', 'right'],
      threads: {
        A: ({ take }: typeof kata, _memory, locks) => take(locks),
        B: ({ take }: typeof kata, _memory, locks) => take(locks.reverse()),
      },
    },
  };
}

export const takes = {
  both: ([first, second]: readonly ThreadLock[]) => {
    first?.lock();
    second?.lock();
    second?.unlock();
    first?.unlock();
  },
  oneTwice: ([first]: readonly ThreadLock[]) => {
    first?.lock();
    first?.lock();
  },
  onlyIfFree: ([first, second]: readonly ThreadLock[]) => {
    if (!first?.tryLock()) return;
    if (second?.tryLock()) second.unlock();
    first.unlock();
  },
  againAndAgain: ([first, second]: readonly ThreadLock[]) => {
    first?.lock();
    while (!second?.tryLock()) {
      first?.unlock();
      first?.lock();
    }
    second?.unlock();
    first?.unlock();
  },
  nothing: ([first]: readonly ThreadLock[]) => first?.unlock(),
};

/** Two locks in cells, by compareExchange and wait; B names them the other way round. */
export function twoMutexes(work: (mutex: typeof MUTEX, memory: Memory, cells: number[]) => void) {
  const kata = { work: (memory: Memory, cells: number[]) => work(MUTEX, memory, cells) };
  return {
    kata,
    scene: {
      cells: ['left', 'right'],
      threads: {
        A: ({ work }: typeof kata, memory: Memory) => work(memory, [0, 1]),
        B: ({ work }: typeof kata, memory: Memory) => work(memory, [1, 0]),
      },
    },
  };
}

const MUTEX = {
  lock: (memory: Memory, cell: number) => {
    while (Atomics.compareExchange(memory, cell, 0, 1) !== 0) Atomics.wait(memory, cell, 1);
  },
  unlock: (memory: Memory, cell: number) => {
    Atomics.store(memory, cell, 0);
    Atomics.notify(memory, cell, 1);
  },
};
