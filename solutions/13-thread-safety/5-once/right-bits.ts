// Bits of one cell: 1 says that a thread makes the number, 2 that it has been made.
export function once(memory: Int32Array, at: number, make: () => number): number {
  let was = Atomics.or(memory, at, 1);
  while (was === 1) {
    Atomics.wait(memory, at, 1);
    was = Atomics.or(memory, at, 1);
  }
  if ((was & 2) === 0) {
    try {
      Atomics.store(memory, at + 1, make());
      Atomics.or(memory, at, 2);
    } catch (error) {
      Atomics.and(memory, at, 0);
      throw error;
    } finally {
      Atomics.notify(memory, at);
    }
  }
  return Atomics.load(memory, at + 1);
}
