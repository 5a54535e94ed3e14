// Lets all callers fail after one make has thrown. (They have a make of their own.)
// Fails: throws what make has thrown, and lets the next call make it
// Fails: lets another thread make it if make throws, also one that waits
// Fails: changes no cell but its own three
// Fails: keeps two numbers apart, also if one is made while the other one is
// Fails: has no data race, also in what make has written
// Says: threw: the number could not be made
export function once(memory: Int32Array, at: number, make: () => number): number {
  for (;;) {
    const state = Atomics.compareExchange(memory, at, 0, 1);
    if (state === 2) return Atomics.load(memory, at + 1);
    if (state === 3) throw new Error('the number could not be made');
    if (state === 0) break;
    Atomics.wait(memory, at, 1);
  }
  try {
    const made = make();
    Atomics.store(memory, at + 1, made);
    Atomics.store(memory, at, 2);
    return made;
  } catch (error) {
    Atomics.store(memory, at, 3);
    throw error;
  } finally {
    Atomics.notify(memory, at);
  }
}
