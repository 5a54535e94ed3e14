// Says that the number is there, and writes it after that.
// Fails: returns the number that was made in each thread
// Fails: lets another thread make it if make throws, also one that waits
// Fails: keeps two numbers apart, also if one is made while the other one is
// Says: Is the number in its cell by then
export function once(memory: Int32Array, at: number, make: () => number): number {
  for (;;) {
    const state = Atomics.compareExchange(memory, at, 0, 1);
    if (state === 2) return Atomics.load(memory, at + 1);
    if (state === 0) break;
    Atomics.wait(memory, at, 1);
  }
  try {
    const made = make();
    Atomics.store(memory, at, 2);
    Atomics.notify(memory, at);
    Atomics.store(memory, at + 1, made);
    return made;
  } catch (error) {
    Atomics.store(memory, at, 0);
    Atomics.notify(memory, at);
    throw error;
  }
}
