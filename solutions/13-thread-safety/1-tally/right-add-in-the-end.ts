// Tries twice by compareExchange, and adds when that did not work.
export function increment(memory: Int32Array): void {
  for (let tries = 0; tries < 2; tries++) {
    const before = Atomics.load(memory, 0);
    if (Atomics.compareExchange(memory, 0, before, before + 1) === before) return;
  }
  Atomics.add(memory, 0, 1);
}

export function total(memory: Int32Array): number {
  return Atomics.load(memory, 0);
}
