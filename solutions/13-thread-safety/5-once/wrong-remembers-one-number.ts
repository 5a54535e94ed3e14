// Remembers the first number in a variable, and there is more than one number.
// Fails: keeps two numbers apart, also if one is made while the other one is
// Says: What does it keep outside of those three cells
let known: number | undefined;

export function once(memory: Int32Array, at: number, make: () => number): number {
  if (known !== undefined) return known;
  for (;;) {
    const state = Atomics.compareExchange(memory, at, 0, 1);
    if (state === 2) {
      known = Atomics.load(memory, at + 1);
      return known;
    }
    if (state === 0) break;
    Atomics.wait(memory, at, 1);
  }
  try {
    const made = make();
    Atomics.store(memory, at + 1, made);
    Atomics.store(memory, at, 2);
    known = made;
    return made;
  } catch (error) {
    Atomics.store(memory, at, 0);
    throw error;
  } finally {
    Atomics.notify(memory, at);
  }
}
