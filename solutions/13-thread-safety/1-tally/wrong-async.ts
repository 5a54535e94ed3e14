// Waits for a microtask before it adds. (The thread has gone on by then.)
// Fails: adds 1 to cell 0
// Fails: loses no increment of two threads, in whatever order their steps come
// Fails: loses no increment of three threads, and goes on from what is there
// Fails: total counts each increment that has returned, and never falls
// Fails: changes no cell but 0 and 1
// Fails: has no data race
// Says: no async
export function increment(memory: Int32Array): void {
  void Promise.resolve().then(() => Atomics.add(memory, 0, 1));
}

export function total(memory: Int32Array): number {
  return Atomics.load(memory, 0);
}
