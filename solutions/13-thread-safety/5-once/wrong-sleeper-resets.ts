// Tidies up: a thread that has slept for the number sets the state back to “not made”.
// Fails: returns the number that was made in each thread
// Fails: lets another thread make it if make throws, also one that waits
// Says: expected the same one of the three in all
export function once(memory: Int32Array, at: number, make: () => number): number {
  for (;;) {
    const state = Atomics.compareExchange(memory, at, 0, 1);
    if (state === 2) return Atomics.load(memory, at + 1);
    if (state === 0) break;
    Atomics.wait(memory, at, 1);
    if (Atomics.load(memory, at) === 2) {
      const made = Atomics.load(memory, at + 1);
      Atomics.store(memory, at, 0);
      return made;
    }
  }
  try {
    const made = make();
    Atomics.store(memory, at + 1, made);
    Atomics.store(memory, at, 2);
    return made;
  } catch (error) {
    Atomics.store(memory, at, 0);
    throw error;
  } finally {
    Atomics.notify(memory, at);
  }
}
