// Keeps a note of the last count in cell 2.
// Fails: changes no cell but 0 and 1
// Says: Cell 2 belongs to other code
export function increment(memory: Int32Array): void {
  Atomics.store(memory, 2, Atomics.add(memory, 0, 1) + 1);
}

export function total(memory: Int32Array): number {
  return Atomics.load(memory, 0);
}
