// A lock in cell 1, and threads sleep until it is released.
function locked<T>(memory: Int32Array, work: () => T): T {
  while (Atomics.exchange(memory, 1, 1) === 1) Atomics.wait(memory, 1, 1);
  try {
    return work();
  } finally {
    Atomics.store(memory, 1, 0);
    Atomics.notify(memory, 1, 1);
  }
}

export const increment = (memory: Int32Array): void =>
  locked(memory, () => {
    memory[0] = (memory[0] ?? 0) + 1;
  });

export const total = (memory: Int32Array): number => locked(memory, () => memory[0] ?? 0);
