// A lock in the first cell, a flag in the second, the number in the third. Under the lock, plain accesses are in order.
export function once(memory: Int32Array, at: number, make: () => number): number {
  while (Atomics.exchange(memory, at, 1) !== 0) Atomics.wait(memory, at, 1);
  try {
    if (memory[at + 1] === 0) {
      memory[at + 2] = make();
      memory[at + 1] = 1;
    }
    return memory[at + 2] as number;
  } finally {
    Atomics.store(memory, at, 0);
    Atomics.notify(memory, at, 1);
  }
}
