// Keeps state and number in one cell: 0 is not made, -1 is being made, and else it is the number plus 1.
// Fails: calls make, and returns its number, also at later calls
// Fails: returns the number that was made in each thread
// Says: When the number is -1
export function once(memory: Int32Array, at: number, make: () => number): number {
  for (;;) {
    const state = Atomics.compareExchange(memory, at, 0, -1);
    if (state > 0) return state - 1;
    if (state === 0) break;
    Atomics.wait(memory, at, -1);
  }
  let state = 0;
  try {
    const made = make();
    state = made + 1;
    return made;
  } finally {
    Atomics.store(memory, at, state);
    Atomics.notify(memory, at);
  }
}
