// After a failure, leaves it to the outermost call to wake the others. (That one wakes those of its own number.)
// Fails: keeps two numbers apart, also if one is made while the other one is
// Says: No thread has called notify for second
let depth = 0;

export function once(memory: Int32Array, at: number, make: () => number): number {
  for (;;) {
    const state = Atomics.compareExchange(memory, at, 0, 1);
    if (state === 2) return Atomics.load(memory, at + 1);
    if (state === 0) break;
    Atomics.wait(memory, at, 1);
  }
  depth++;
  try {
    const made = make();
    Atomics.store(memory, at + 1, made);
    Atomics.store(memory, at, 2);
    Atomics.notify(memory, at);
    return made;
  } catch (error) {
    Atomics.store(memory, at, 0);
    if (depth === 1) Atomics.notify(memory, at);
    throw error;
  } finally {
    depth--;
  }
}
