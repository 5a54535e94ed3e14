// Counts in a variable of the file. (Each thread has its own copy of it.)
// Fails: adds 1 to cell 0
// Fails: loses no increment of two threads, in whatever order their steps come
// Fails: loses no increment of three threads, and goes on from what is there
// Fails: total counts each increment that has returned, and never falls
// Says: Each thread has its own copy
let count = 0;

export function increment(memory: Int32Array): void {
  count++;
}

export function total(_memory: Int32Array): number {
  return count;
}
