// Keeps the lock in a variable of the file. (Each thread has a lock of its own, and it is always free.)
// Fails: loses no increment of two threads, in whatever order their steps come
// Fails: loses no increment of three threads, and goes on from what is there
// Fails: total counts each increment that has returned, and never falls
// Fails: has no data race
// Says: that is lost
let isLocked = false;

export function increment(memory: Int32Array): void {
  while (isLocked);
  isLocked = true;
  memory[0] = (memory[0] as number) + 1;
  isLocked = false;
}

export function total(memory: Int32Array): number {
  return Atomics.load(memory, 0);
}
