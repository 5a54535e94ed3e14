// A try that fails calls the function again.
export function increment(memory: Int32Array): void {
  const before = total(memory);
  if (Atomics.compareExchange(memory, 0, before, before + 1) !== before) increment(memory);
}

export function total(memory: Int32Array): number {
  return Atomics.load(memory, 0);
}
