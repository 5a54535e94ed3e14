// The same, with a total that is read plainly.
// Fails: loses no increment of two threads, in whatever order their steps come
// Fails: loses no increment of three threads, and goes on from what is there
// Fails: total counts each increment that has returned, and never falls
// Fails: has no data race
// Says: that is lost
export function increment(memory: Int32Array): void {
  memory[0] = (memory[0] as number) + 1;
}

export function total(memory: Int32Array): number {
  return memory[0] as number;
}
