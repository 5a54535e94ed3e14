// Looks at the state first, and under the lock at the number: a 0 that was made is made again.
// Fails: calls make in one thread only, in whatever order the steps come
// Says: When the number is 0
export function once(memory: Int32Array, at: number, make: () => number): number {
  if (Atomics.load(memory, at + 1) === 0) {
    while (Atomics.exchange(memory, at, 1) === 1) Atomics.wait(memory, at, 1);
    try {
      if (Atomics.load(memory, at + 2) === 0) {
        Atomics.store(memory, at + 2, make());
        Atomics.store(memory, at + 1, 1);
      }
    } finally {
      Atomics.store(memory, at, 0);
      Atomics.notify(memory, at, 1);
    }
  }
  return Atomics.load(memory, at + 2);
}
