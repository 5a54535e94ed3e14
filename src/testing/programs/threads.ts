/** Small programs of threads that share memory, right and wrong: what people write for the katas of chapter 13. */
import type { Scene } from '../../lab/explore/interleavings/scene.ts';

/** One scene, and a kata for it. */
export interface ThreadProgram {
  // biome-ignore lint/suspicious/noExplicitAny: each has another kata
  readonly kata: any;
  // biome-ignore lint/suspicious/noExplicitAny: the same
  readonly scene: Scene<any>;
}

type Memory = Int32Array;

const NAMES = Array.from('ABCDE');

// biome-ignore lint/suspicious/noExplicitAny: the same
const threadsOf = (...codes: ((kata: any, memory: Memory) => unknown)[]) =>
  Object.fromEntries(codes.map((code, i) => [NAMES[i], code]));

const repeat = <T>(value: T, times: number): T[] => Array.from({ length: times }, () => value);

/** Threads that increment one cell, each so many times. */
export function tally(increment: (memory: Memory) => void, threads = 2, times = 2): ThreadProgram {
  const body =
    times === 1
      ? (kata: { increment: typeof increment }, memory: Memory) => kata.increment(memory)
      : (kata: { increment: typeof increment }, memory: Memory) => {
          kata.increment(memory);
          kata.increment(memory);
        };
  return {
    kata: { increment },
    scene: { cells: ['count'], threads: threadsOf(...repeat(body, threads)) },
  };
}

export const increments = {
  plus: (memory: Memory) => {
    memory[0] = (memory[0] as number) + 1;
  },
  add: (memory: Memory) => void Atomics.add(memory, 0, 1),
  twoAtomicSteps: (memory: Memory) => void Atomics.store(memory, 0, Atomics.load(memory, 0) + 1),
  exchangeOnce: (memory: Memory) => {
    const before = Atomics.load(memory, 0);
    Atomics.compareExchange(memory, 0, before, before + 1);
  },
  exchangeUntilDone: (memory: Memory) => {
    for (;;) {
      const before = Atomics.load(memory, 0);
      if (Atomics.compareExchange(memory, 0, before, before + 1) === before) return;
    }
  },
  addAndLook: (memory: Memory) => {
    Atomics.add(memory, 0, 1);
    if ((memory[0] as number) < 0) throw new Error('negative');
  },
};

/** Sections that add to a plain cell; the lock is in cell 0. */
export function mutex(
  lock: (memory: Memory) => void,
  unlock: (memory: Memory) => void,
  threads = 2,
  sections = 2,
): ThreadProgram {
  const kata = { lock, unlock };
  const section = ({ lock, unlock }: typeof kata, memory: Memory) => {
    lock(memory);
    memory[1] = (memory[1] as number) + 1;
    unlock(memory);
  };
  const twice = ({ lock, unlock }: typeof kata, memory: Memory) => {
    for (let i = 0; i < 2; i++) {
      lock(memory);
      memory[1] = (memory[1] as number) + 1;
      unlock(memory);
    }
  };
  return {
    kata,
    scene: {
      cells: ['lock', 'count'],
      threads: threadsOf(...repeat(sections === 1 ? section : twice, threads)),
    },
  };
}

export const locks = {
  twoStates: (memory: Memory) => {
    while (Atomics.compareExchange(memory, 0, 0, 1) !== 0) Atomics.wait(memory, 0, 1);
  },
  threeStates: (memory: Memory) => {
    let state = Atomics.compareExchange(memory, 0, 0, 1);
    while (state !== 0) {
      if (state === 2 || Atomics.compareExchange(memory, 0, 1, 2) !== 0) Atomics.wait(memory, 0, 2);
      state = Atomics.compareExchange(memory, 0, 0, 2);
    }
  },
  looksFirst: (memory: Memory) => {
    while (Atomics.load(memory, 0) !== 0) Atomics.wait(memory, 0, 1);
    Atomics.store(memory, 0, 1);
  },
  looksOnce: (memory: Memory) => {
    if (Atomics.compareExchange(memory, 0, 0, 1) === 0) return;
    Atomics.wait(memory, 0, 1);
    Atomics.store(memory, 0, 1);
  },
  spins: (memory: Memory) => {
    while (Atomics.compareExchange(memory, 0, 0, 1) !== 0);
  },
  triesBeforeItSleeps: (memory: Memory) => {
    for (;;) {
      for (let tries = 0; tries < 100; tries++)
        if (Atomics.compareExchange(memory, 0, 0, 1) === 0) return;
      Atomics.wait(memory, 0, 1);
    }
  },
};

export const unlocks = {
  notifies: (memory: Memory) => {
    Atomics.store(memory, 0, 0);
    Atomics.notify(memory, 0, 1);
  },
  notifiesIfAsked: (memory: Memory) => {
    if (Atomics.exchange(memory, 0, 0) === 2) Atomics.notify(memory, 0, 1);
  },
  countsDown: (memory: Memory) => {
    if (Atomics.sub(memory, 0, 1) === 1) return;
    Atomics.store(memory, 0, 0);
    Atomics.notify(memory, 0, 1);
  },
  notifiesNobody: (memory: Memory) => void Atomics.store(memory, 0, 0),
  notifiesFirst: (memory: Memory) => {
    Atomics.notify(memory, 0, 1);
    Atomics.store(memory, 0, 0);
  },
  plain: (memory: Memory) => {
    memory[0] = 0;
    Atomics.notify(memory, 0, 1);
  },
};

/** One waits until two others are done. */
export function latch(): ThreadProgram {
  const kata = {
    countDown: (memory: Memory) => {
      if (Atomics.sub(memory, 0, 1) === 1) Atomics.notify(memory, 0);
    },
    wait: (memory: Memory) => {
      for (let left = Atomics.load(memory, 0); left !== 0; left = Atomics.load(memory, 0))
        Atomics.wait(memory, 0, left);
    },
  };
  const works = ({ countDown }: typeof kata, memory: Memory) => {
    Atomics.add(memory, 1, 5);
    countDown(memory);
  };
  const waits = ({ wait }: typeof kata, memory: Memory) => {
    wait(memory);
    return Atomics.load(memory, 1);
  };
  return {
    kata,
    scene: {
      cells: ['left', 'sum'],
      initial: { left: 2 },
      threads: threadsOf(works, works, waits),
    },
  };
}

/** Three items through two slots. */
export function ring(): ThreadProgram {
  const [HEAD, TAIL, SLOTS, SIZE] = [0, 1, 2, 2];
  const kata = {
    put: (memory: Memory, value: number) => {
      const tail = Atomics.load(memory, TAIL);
      for (
        let head = Atomics.load(memory, HEAD);
        tail - head === SIZE;
        head = Atomics.load(memory, HEAD)
      )
        Atomics.wait(memory, HEAD, head);
      memory[SLOTS + (tail % SIZE)] = value;
      Atomics.store(memory, TAIL, tail + 1);
      Atomics.notify(memory, TAIL);
    },
    take: (memory: Memory) => {
      const head = Atomics.load(memory, HEAD);
      while (Atomics.load(memory, TAIL) === head) Atomics.wait(memory, TAIL, head);
      const value = memory[SLOTS + (head % SIZE)];
      Atomics.store(memory, HEAD, head + 1);
      Atomics.notify(memory, HEAD);
      return value;
    },
  };
  return {
    kata,
    scene: {
      cells: ['head', 'tail', 'slot 0', 'slot 1'],
      threads: threadsOf(
        ({ put }: typeof kata, memory) => {
          for (let item = 1; item <= 3; item++) put(memory, item);
        },
        ({ take }: typeof kata, memory) => [take(memory), take(memory), take(memory)],
      ),
    },
  };
}
