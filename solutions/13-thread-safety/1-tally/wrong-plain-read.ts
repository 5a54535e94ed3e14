// Assumes that a read needs no Atomics. (Nothing orders it and the adds.)
// Fails: has no data race
// Says: Data race
export function increment(memory: Int32Array): void {
  Atomics.add(memory, 0, 1);
}

export function total(memory: Int32Array): number {
  return memory[0] ?? 0;
}
