// Assumes that add returns the new number. (It returns the old one.)
// Fails: adds 1 to cell 0
// Fails: total counts each increment that has returned, and never falls
// Says: A has returned 2; expected 3
let seen = 0;

export function increment(memory: Int32Array): void {
  seen = Atomics.add(memory, 0, 1);
}

export function total(memory: Int32Array): number {
  return Math.max(seen, Atomics.load(memory, 0) - 1, 0);
}
