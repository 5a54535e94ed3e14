// Does not look whether the compareExchange has worked.
// Fails: loses no increment of two threads, in whatever order their steps come
// Fails: loses no increment of three threads, and goes on from what is there
// Fails: total counts each increment that has returned, and never falls
// Says: Does your code look at what it returns
export function increment(memory: Int32Array): void {
  const before = Atomics.load(memory, 0);
  Atomics.compareExchange(memory, 0, before, before + 1);
}

export function total(memory: Int32Array): number {
  return Atomics.load(memory, 0);
}
