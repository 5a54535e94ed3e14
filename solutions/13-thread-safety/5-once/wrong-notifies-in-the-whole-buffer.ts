// Notifies in a view of the whole buffer. (The memory may be a part of it: its cell `at` is another one there.)
// Fails: keeps two numbers apart, also if one is made while the other one is
// Says: that could notify it
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
    Atomics.notify(new Int32Array(memory.buffer), at);
  }
}
