// Wakes the others before it has written the new state: they sleep again.
// Fails: calls make in one thread only, in whatever order the steps come
// Fails: returns the number that was made in each thread
// Fails: sleeps while another thread makes the number
// Fails: lets another thread make it if make throws, also one that waits
// Fails: keeps two numbers apart, also if one is made while the other one is
// Fails: has no data race, also in what make has written
// Says: it is not kept for later
export function once(memory: Int32Array, at: number, make: () => number): number {
  for (;;) {
    const state = Atomics.compareExchange(memory, at, 0, 1);
    if (state === 2) return Atomics.load(memory, at + 1);
    if (state === 0) break;
    Atomics.wait(memory, at, 1);
  }
  let state = 0;
  try {
    const made = make();
    Atomics.store(memory, at + 1, made);
    state = 2;
    return made;
  } finally {
    Atomics.notify(memory, at);
    Atomics.store(memory, at, state);
  }
}
