// Makes a view of its own, which begins at the first cell of the whole memory.
// Fails: keeps two numbers apart, also if one is made while the other one is
// Says: Which cells does your code use for a number
export function once(memory: Int32Array, at: number, make: () => number): number {
  const cells = new Int32Array(memory.buffer);
  for (;;) {
    const state = Atomics.compareExchange(cells, at, 0, 1);
    if (state === 2) return Atomics.load(cells, at + 1);
    if (state === 0) break;
    Atomics.wait(cells, at, 1);
  }
  try {
    const made = make();
    Atomics.store(cells, at + 1, made);
    Atomics.store(cells, at, 2);
    return made;
  } catch (error) {
    Atomics.store(cells, at, 0);
    throw error;
  } finally {
    Atomics.notify(cells, at);
  }
}
