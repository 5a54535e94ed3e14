// Sleeps until the lock is released, and nobody calls notify.
// Fails: loses no increment of two threads, in whatever order their steps come
// Fails: loses no increment of three threads, and goes on from what is there
// Fails: total counts each increment that has returned, and never falls
// Says: No thread has called notify
export function increment(memory: Int32Array): void {
  while (Atomics.exchange(memory, 1, 1) === 1) Atomics.wait(memory, 1, 1);
  Atomics.add(memory, 0, 1);
  Atomics.store(memory, 1, 0);
}

export function total(memory: Int32Array): number {
  return Atomics.load(memory, 0);
}
