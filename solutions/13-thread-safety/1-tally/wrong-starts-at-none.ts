// Counts with or: that sets a bit, and adds nothing.
// Fails: adds 1 to cell 0
// Fails: loses no increment of two threads, in whatever order their steps come
// Fails: loses no increment of three threads, and goes on from what is there
// Fails: total counts each increment that has returned, and never falls
// Says: expected 3
export function increment(memory: Int32Array): void {
  Atomics.or(memory, 0, 1);
}

export function total(memory: Int32Array): number {
  return Atomics.load(memory, 0);
}
