// Never releases the lock.
// Fails: adds 1 to cell 0
// Fails: loses no increment of two threads, in whatever order their steps come
// Fails: loses no increment of three threads, and goes on from what is there
// Fails: total counts each increment that has returned, and never falls
// Says: no thread is left that could change that
export function increment(memory: Int32Array): void {
  while (Atomics.exchange(memory, 1, 1) === 1);
  Atomics.add(memory, 0, 1);
}

export function total(memory: Int32Array): number {
  return Atomics.load(memory, 0);
}
