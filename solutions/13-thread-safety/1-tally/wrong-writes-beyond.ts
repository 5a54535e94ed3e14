// Keeps a note of the last count in cell 2.
// Fails: changes no cell but 0 and 1
// Fails: adds 1 to cell 0
// Fails: loses no increment of two threads, in whatever order their steps come
// Fails: loses no increment of three threads, and goes on from what is there
// Fails: total counts each increment that has returned, and never falls
// Says: other is 1; expected at every step: other is 7
export function increment(memory: Int32Array): void {
  Atomics.store(memory, 2, Atomics.add(memory, 0, 1) + 1);
}

export function total(memory: Int32Array): number {
  return Atomics.load(memory, 0);
}
