// The lock is a plain cell: read and written, and seen by both.
// Fails: loses no increment of two threads, in whatever order their steps come
// Fails: loses no increment of three threads, and goes on from what is there
// Fails: total counts each increment that has returned, and never falls
// Fails: has no data race
// Says: that is lost
export function increment(memory: Int32Array): void {
  while (memory[1] === 1);
  memory[1] = 1;
  Atomics.store(memory, 0, Atomics.load(memory, 0) + 1);
  memory[1] = 0;
}

export function total(memory: Int32Array): number {
  return Atomics.load(memory, 0);
}
