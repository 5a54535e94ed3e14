// Each thread that was woken wakes the next one, but not if it was woken before, by a failure.
// Fails: lets another thread make it if make throws, also one that waits
// Says: woke only 1
export function once(memory: Int32Array, at: number, make: () => number): number {
  let again = false;
  for (;;) {
    const state = Atomics.compareExchange(memory, at, 0, 1);
    if (state === 2) return Atomics.load(memory, at + 1);
    if (state === 0) break;
    Atomics.wait(memory, at, 1);
    if (Atomics.load(memory, at) === 2) {
      if (!again) Atomics.notify(memory, at, 1);
      return Atomics.load(memory, at + 1);
    }
    again = true;
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
    Atomics.notify(memory, at, 1);
  }
}
