// Waits for a variable of the file that another thread is to set.
// Fails: adds 1 to cell 0
// Fails: loses no increment of two threads, in whatever order their steps come
// Fails: total counts each increment that has returned, and never falls
// Fails: has no data race
// Says: Stopped
let calls = 0;
const isAlone = true;

export function increment(memory: Int32Array): void {
  while (calls++ === 1 && Atomics.load(memory, 0) < 2) while (isAlone);
  Atomics.add(memory, 0, 1);
}

export function total(memory: Int32Array): number {
  return Atomics.load(memory, 0);
}
