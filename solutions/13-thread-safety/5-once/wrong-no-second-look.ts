// Looks without the lock, and does not look again when it has the lock.
// Fails: calls make in one thread only, in whatever order the steps come
// Fails: returns the number that was made in each thread
// Fails: lets another thread make it if make throws, also one that waits
// Fails: keeps two numbers apart, also if one is made while the other one is
// Fails: has no data race, also in what make has written
// Says: that is lost
export function once(memory: Int32Array, at: number, make: () => number): number {
  if (Atomics.load(memory, at + 1) === 0) {
    while (Atomics.exchange(memory, at, 1) === 1) Atomics.wait(memory, at, 1);
    try {
      Atomics.store(memory, at + 2, make());
      Atomics.store(memory, at + 1, 1);
    } finally {
      Atomics.store(memory, at, 0);
      Atomics.notify(memory, at, 1);
    }
  }
  return Atomics.load(memory, at + 2);
}
