// Counts in the first byte of the cell, through another view.
// Fails: adds 1 to cell 0
// Fails: loses no increment of two threads, in whatever order their steps come
// Fails: loses no increment of three threads, and goes on from what is there
// Fails: total counts each increment that has returned, and never falls
// Fails: changes no cell but 0 and 1
// Fails: has no data race
// Says: cannot be watched here
export function increment(memory: Int32Array): void {
  Atomics.add(new Uint8Array(memory.buffer), 0, 1);
}

export function total(memory: Int32Array): number {
  return Atomics.load(memory, 0);
}
