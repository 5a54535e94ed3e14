// Subtracts -1. The total is read by adding 0: a step that returns what was there.
export function increment(memory: Int32Array): void {
  Atomics.sub(memory, 0, -1);
}

export function total(memory: Int32Array): number {
  return Atomics.add(memory, 0, 0);
}
