// The total is what this thread has seen last: it keeps that in a variable of the file.
// Fails: total counts each increment that has returned, and never falls
// Says: B calls no increment
let seen = 0;

export function increment(memory: Int32Array): void {
  seen = Atomics.add(memory, 0, 1) + 1;
}

export function total(_memory: Int32Array): number {
  return seen;
}
