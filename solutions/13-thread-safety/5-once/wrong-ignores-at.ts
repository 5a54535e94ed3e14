// Uses the first cells of the memory, whatever `at` is.
// Fails: keeps two numbers apart, also if one is made while the other one is
// Says: Which cells does your code use for a number
export function once(memory: Int32Array, _at: number, make: () => number): number {
  for (;;) {
    const state = Atomics.compareExchange(memory, 0, 0, 1);
    if (state === 2) return Atomics.load(memory, 1);
    if (state === 0) break;
    Atomics.wait(memory, 0, 1);
  }
  try {
    const made = make();
    Atomics.store(memory, 1, made);
    Atomics.store(memory, 0, 2);
    return made;
  } catch (error) {
    Atomics.store(memory, 0, 0);
    throw error;
  } finally {
    Atomics.notify(memory, 0);
  }
}
