// Takes the cell for an unsigned number after a wait. (A number below 0 becomes a large one.)
// Fails: returns the number that was made in each thread
// Says: B has returned 4294967295; expected -1
export function once(memory: Int32Array, at: number, make: () => number): number {
  for (;;) {
    const state = Atomics.compareExchange(memory, at, 0, 1);
    if (state === 2) return Atomics.load(memory, at + 1);
    if (state === 0) break;
    Atomics.wait(memory, at, 1);
    if (Atomics.load(memory, at) === 2) return Atomics.load(memory, at + 1) >>> 0;
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
