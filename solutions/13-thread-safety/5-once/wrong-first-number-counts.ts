// Lets each thread make a number. Only the first one is kept.
// Fails: calls make in one thread only, in whatever order the steps come
// Fails: has no data race, also in what make has written
// Says: make was called 2 times; expected one call
export function once(memory: Int32Array, at: number, make: () => number): number {
  while (Atomics.load(memory, at) !== 2) {
    const made = make();
    if (Atomics.compareExchange(memory, at, 0, 1) === 0) {
      Atomics.store(memory, at + 1, made);
      Atomics.store(memory, at, 2);
      Atomics.notify(memory, at);
    } else Atomics.wait(memory, at, 1);
  }
  return Atomics.load(memory, at + 1);
}
