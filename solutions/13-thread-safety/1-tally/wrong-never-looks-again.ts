// Reads once in front of the loop, so that each further try expects an old number.
// Fails: loses no increment of two threads, in whatever order their steps come
// Fails: loses no increment of three threads, and goes on from what is there
// Fails: total counts each increment that has returned, and never falls
// Says: asks again and again
export function increment(memory: Int32Array): void {
  const before = Atomics.load(memory, 0);
  while (Atomics.compareExchange(memory, 0, before, before + 1) !== before);
}

export function total(memory: Int32Array): number {
  return Atomics.load(memory, 0);
}
