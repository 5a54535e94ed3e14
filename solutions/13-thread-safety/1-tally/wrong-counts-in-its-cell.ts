// Counts in cell 1, and copies that to cell 0 in a second step.
// Fails: loses no increment of two threads, in whatever order their steps come
// Fails: loses no increment of three threads, and goes on from what is there
// Fails: total counts each increment that has returned, and never falls
// Says: count is
export function increment(memory: Int32Array): void {
  Atomics.store(memory, 0, Atomics.add(memory, 1, 1) + 1);
}

export function total(memory: Int32Array): number {
  return Atomics.load(memory, 0);
}
