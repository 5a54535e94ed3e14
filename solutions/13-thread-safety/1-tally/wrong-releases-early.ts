// Releases the lock between the read and the write.
// Fails: loses no increment of two threads, in whatever order their steps come
// Fails: loses no increment of three threads, and goes on from what is there
// Fails: total counts each increment that has returned, and never falls
// Fails: has no data race
// Says: that is lost
export function increment(memory: Int32Array): void {
  while (Atomics.exchange(memory, 1, 1) === 1);
  const before = memory[0] as number;
  Atomics.store(memory, 1, 0);
  memory[0] = before + 1;
}

export function total(memory: Int32Array): number {
  return Atomics.load(memory, 0);
}
