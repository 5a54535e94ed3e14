// A lock in cell 1, on which threads spin. Under the lock, plain accesses are in order.
export function increment(memory: Int32Array): void {
  while (Atomics.compareExchange(memory, 1, 0, 1) !== 0);
  memory[0] = (memory[0] as number) + 1;
  Atomics.store(memory, 1, 0);
}

export function total(memory: Int32Array): number {
  while (Atomics.compareExchange(memory, 1, 0, 1) !== 0);
  const count = memory[0] as number;
  Atomics.store(memory, 1, 0);
  return count;
}
