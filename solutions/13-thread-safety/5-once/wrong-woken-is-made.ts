// Takes the end of a wait for “the number is there”. (The make of the other thread may have thrown.)
// Fails: lets another thread make it if make throws, also one that waits
// Fails: keeps two numbers apart, also if one is made while the other one is
// Says: B gets 0
export function once(memory: Int32Array, at: number, make: () => number): number {
  const state = Atomics.compareExchange(memory, at, 0, 1);
  if (state === 1) Atomics.wait(memory, at, 1);
  if (state !== 0) return Atomics.load(memory, at + 1);
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
