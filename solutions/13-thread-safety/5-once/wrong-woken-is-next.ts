// Takes the end of a wait without a number for “it is mine to make”. (Two threads were woken.)
// Fails: lets another thread make it if make throws, also one that waits
// Says: expected the same number in both
export function once(memory: Int32Array, at: number, make: () => number): number {
  let state = Atomics.compareExchange(memory, at, 0, 1);
  if (state === 1) {
    Atomics.wait(memory, at, 1);
    state = Atomics.load(memory, at);
  }
  if (state === 2) return Atomics.load(memory, at + 1);
  Atomics.store(memory, at, 1);
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
