// Puts its lock in a cell that belongs to other code.
// Fails: adds 1 to cell 0
// Fails: loses no increment of two threads, in whatever order their steps come
// Fails: loses no increment of three threads, and goes on from what is there
// Fails: total counts each increment that has returned, and never falls
// Says: asks again and again
export function increment(memory: Int32Array): void {
  while (Atomics.compareExchange(memory, 2, 0, 1) !== 0);
  Atomics.add(memory, 0, 1);
  Atomics.store(memory, 2, 0);
}

export function total(memory: Int32Array): number {
  return Atomics.load(memory, 0);
}
