// Waits for a second, and makes the number itself after that.
// Fails: calls make in one thread only, in whatever order the steps come
// Fails: returns the number that was made in each thread
// Fails: lets another thread make it if make throws, also one that waits
// Fails: keeps two numbers apart, also if one is made while the other one is
// Fails: has no data race, also in what make has written
// Says: make was called 2 times; expected one call
export function once(memory: Int32Array, at: number, make: () => number): number {
  const state = Atomics.compareExchange(memory, at, 0, 1);
  if (state === 1 && Atomics.wait(memory, at, 1, 1000) !== 'timed-out')
    return once(memory, at, make);
  if (state === 2) return Atomics.load(memory, at + 1);
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
