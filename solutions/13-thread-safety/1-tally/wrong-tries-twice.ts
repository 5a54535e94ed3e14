// Gives up after the second try.
// Fails: loses no increment of two threads, in whatever order their steps come
// Fails: loses no increment of three threads, and goes on from what is there
// Says: Does your code look at what it returns
export function increment(memory: Int32Array): void {
  for (let tries = 0; tries < 2; tries++) {
    const before = Atomics.load(memory, 0);
    if (Atomics.compareExchange(memory, 0, before, before + 1) === before) return;
  }
}

export function total(memory: Int32Array): number {
  return Atomics.load(memory, 0);
}
