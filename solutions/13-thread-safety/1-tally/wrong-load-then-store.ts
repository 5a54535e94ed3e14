// Assumes that two atomic steps are one. (Other threads come in between.)
// Fails: loses no increment of two threads, in whatever order their steps come
// Fails: loses no increment of three threads, and goes on from what is there
// Fails: total counts each increment that has returned, and never falls
// Says: read 1 from count at step
export function increment(memory: Int32Array): void {
  const before = Atomics.load(memory, 0);
  Atomics.store(memory, 0, before + 1);
}

export function total(memory: Int32Array): number {
  return Atomics.load(memory, 0);
}
