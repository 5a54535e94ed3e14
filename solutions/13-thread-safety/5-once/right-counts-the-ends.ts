// Sleeps on a cell that counts how often a make has ended. It reads that count before it looks whether to sleep.
export function once(memory: Int32Array, at: number, make: () => number): number {
  for (;;) {
    const ends = Atomics.load(memory, at + 2);
    const state = Atomics.compareExchange(memory, at, 0, -1);
    if (state === 1) return Atomics.load(memory, at + 1);
    if (state === -1) {
      Atomics.wait(memory, at + 2, ends);
      continue;
    }
    let isMade = false;
    try {
      Atomics.store(memory, at + 1, make());
      isMade = true;
    } finally {
      Atomics.store(memory, at, isMade ? 1 : 0);
      Atomics.add(memory, at + 2, 1);
      Atomics.notify(memory, at + 2);
    }
  }
}
