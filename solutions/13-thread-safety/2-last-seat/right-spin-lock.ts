// A lock in cell 1, on which threads spin. Under the lock, plain accesses are in order.
export function book(memory: Int32Array): boolean {
  while (Atomics.compareExchange(memory, 1, 0, 1) !== 0);
  const free = memory[0] as number;
  if (free > 0) memory[0] = free - 1;
  Atomics.store(memory, 1, 0);
  return free > 0;
}
