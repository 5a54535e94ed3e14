// Is an async function: it returns a promise.
// Fails: calls make, and returns its number, also at later calls
// Fails: calls make in one thread only, in whatever order the steps come
// Fails: returns the number that was made in each thread
// Fails: sleeps while another thread makes the number
// Fails: throws what make has thrown, and lets the next call make it
// Fails: lets another thread make it if make throws, also one that waits
// Fails: keeps two numbers apart, also if one is made while the other one is
// Fails: changes no cell but its own three
// Fails: has no data race, also in what make has written
// Says: it uses no async, no await
export async function once(memory: Int32Array, at: number, make: () => number): Promise<number> {
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
    Atomics.notify(memory, at);
  }
}
