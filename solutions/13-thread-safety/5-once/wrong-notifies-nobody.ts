// Assumes that a wait ends when the cell changes. (It ends when a thread calls notify.)
// Fails: calls make in one thread only, in whatever order the steps come
// Fails: returns the number that was made in each thread
// Fails: sleeps while another thread makes the number
// Fails: lets another thread make it if make throws, also one that waits
// Fails: keeps two numbers apart, also if one is made while the other one is
// Fails: has no data race, also in what make has written
// Says: No thread has called notify for yours
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
  }
}
