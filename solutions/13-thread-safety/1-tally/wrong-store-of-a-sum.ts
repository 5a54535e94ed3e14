// The same in one line: the load is done before the store.
// Fails: loses no increment of two threads, in whatever order their steps come
// Fails: loses no increment of three threads, and goes on from what is there
// Fails: total counts each increment that has returned, and never falls
// Says: that is lost
export function increment(memory: Int32Array): void {
  Atomics.store(memory, 0, total(memory) + 1);
}

export function total(memory: Int32Array): number {
  return Atomics.load(memory, 0);
}
