// Assumes that ++ is one step. (It reads, and then it writes.)
// Fails: loses no increment of two threads, in whatever order their steps come
// Fails: loses no increment of three threads, and goes on from what is there
// Fails: total counts each increment that has returned, and never falls
// Fails: has no data race
// Says: that is lost
export function increment(memory: Int32Array): void {
  // biome-ignore lint/style/noNonNullAssertion: that is how people write it
  memory[0]!++;
}

export function total(memory: Int32Array): number {
  return Atomics.load(memory, 0);
}
