// Puts -1 where the number will be, and sleeps while -1 is there. (The number may be -1.)
// Fails: returns the number that was made in each thread
// Says: When the number is -1
export function once(memory: Int32Array, at: number, make: () => number): number {
  for (;;) {
    const state = Atomics.compareExchange(memory, at, 0, 1);
    if (state === 2) return Atomics.load(memory, at + 1);
    if (state === 0) break;
    if (Atomics.load(memory, at + 1) === -1) Atomics.wait(memory, at + 1, -1);
    else Atomics.wait(memory, at, 1);
  }
  Atomics.store(memory, at + 1, -1);
  try {
    const made = make();
    Atomics.store(memory, at + 1, made);
    Atomics.store(memory, at, 2);
    return made;
  } catch (error) {
    Atomics.store(memory, at + 1, 0);
    Atomics.store(memory, at, 0);
    throw error;
  } finally {
    Atomics.notify(memory, at);
    Atomics.notify(memory, at + 1);
  }
}
