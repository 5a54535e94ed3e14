// Takes a 0 in the cell for “nothing has been made”, and 0 may be the number.
// Fails: calls make, and returns its number, also at later calls
// Fails: calls make in one thread only, in whatever order the steps come
// Says: When the number is 0
export function once(memory: Int32Array, at: number, make: () => number): number {
  while (Atomics.exchange(memory, at, 1) === 1) Atomics.wait(memory, at, 1);
  try {
    if (Atomics.load(memory, at + 1) === 0) Atomics.store(memory, at + 1, make());
    return Atomics.load(memory, at + 1);
  } finally {
    Atomics.store(memory, at, 0);
    Atomics.notify(memory, at, 1);
  }
}
