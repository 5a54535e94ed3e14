// Notifies before the lock is free: who wakes up finds it taken, and sleeps again.
// Fails: loses no increment of two threads, in whatever order their steps come
// Fails: loses no increment of three threads, and goes on from what is there
// Fails: total counts each increment that has returned, and never falls
// Says: before
export function increment(memory: Int32Array): void {
  while (Atomics.exchange(memory, 1, 1) === 1) Atomics.wait(memory, 1, 1);
  Atomics.add(memory, 0, 1);
  Atomics.notify(memory, 1, 1);
  Atomics.store(memory, 1, 0);
}

export function total(memory: Int32Array): number {
  return Atomics.load(memory, 0);
}
