// Looks without the lock first, and a second time under it: only the second look decides that the number is to be made.
export function once(memory: Int32Array, at: number, make: () => number): number {
  if (Atomics.load(memory, at + 1) === 0) {
    lock(memory, at);
    try {
      if (Atomics.load(memory, at + 1) === 0) {
        memory[at + 2] = make();
        Atomics.store(memory, at + 1, 1);
      }
    } finally {
      if (Atomics.exchange(memory, at, 0) === 2) Atomics.notify(memory, at, 1);
    }
  }
  return memory[at + 2] as number;
}

/** Three states: free, held, and held while others may sleep. */
function lock(memory: Int32Array, at: number): void {
  if (Atomics.compareExchange(memory, at, 0, 1) === 0) return;
  while (Atomics.exchange(memory, at, 2) !== 0) Atomics.wait(memory, at, 2);
}
