// Reads before it has the lock.
// Fails: loses no increment of two threads, in whatever order their steps come
// Fails: loses no increment of three threads, and goes on from what is there
// Fails: total counts each increment that has returned, and never falls
// Says: that is lost
export function increment(memory: Int32Array): void {
  const before = Atomics.load(memory, 0);
  while (Atomics.exchange(memory, 1, 1) === 1);
  Atomics.store(memory, 0, before + 1);
  Atomics.store(memory, 1, 0);
}

export function total(memory: Int32Array): number {
  return Atomics.load(memory, 0);
}
