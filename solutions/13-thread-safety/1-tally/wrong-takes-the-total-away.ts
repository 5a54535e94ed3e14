// Sets the count to 0 when it reads the total.
// Fails: adds 1 to cell 0
// Fails: total counts each increment that has returned, and never falls
// Says: expected
export function increment(memory: Int32Array): void {
  Atomics.add(memory, 0, 1);
}

export function total(memory: Int32Array): number {
  return Atomics.exchange(memory, 0, 0);
}
