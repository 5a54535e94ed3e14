// Wakes one thread only, and each thread that was woken wakes the next one.
export function once(memory: Int32Array, at: number, make: () => number): number {
  while (Atomics.compareExchange(memory, at, 0, 1) === 1) Atomics.wait(memory, at, 1);
  try {
    if (Atomics.load(memory, at) === 1) {
      Atomics.store(memory, at + 1, make());
      Atomics.store(memory, at, 2);
    }
    return Atomics.load(memory, at + 1);
  } catch (error) {
    Atomics.store(memory, at, 0);
    throw error;
  } finally {
    Atomics.notify(memory, at, 1);
  }
}
