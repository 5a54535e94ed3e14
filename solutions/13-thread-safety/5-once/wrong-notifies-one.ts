// Wakes one thread, and there may be two that wait.
// Fails: returns the number that was made in each thread
// Fails: sleeps while another thread makes the number
// Fails: lets another thread make it if make throws, also one that waits
// Says: woke only 1
export function once(memory: Int32Array, at: number, make: () => number): number {
  for (;;) {
    const state = Atomics.compareExchange(memory, at, 0, 1);
    if (state === 2) return Atomics.load(memory, at + 1);
    if (state === 0) break;
    Atomics.wait(memory, at, 1);
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
