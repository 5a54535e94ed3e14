// Tries again until nobody has come in between.
export function increment(memory: Int32Array): void {
  for (;;) {
    const before = Atomics.load(memory, 0);
    if (Atomics.compareExchange(memory, 0, before, before + 1) === before) return;
  }
}

export function total(memory: Int32Array): number {
  return Atomics.load(memory, 0);
}
