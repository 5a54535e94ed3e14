// Sets the state back when make throws, and wakes no thread.
// Fails: lets another thread make it if make throws, also one that waits
// Fails: keeps two numbers apart, also if one is made while the other one is
// Says: No thread has called notify for yours
export function once(memory: Int32Array, at: number, make: () => number): number {
  for (;;) {
    const state = Atomics.compareExchange(memory, at, 0, 1);
    if (state === 2) return Atomics.load(memory, at + 1);
    if (state === 0) break;
    Atomics.wait(memory, at, 1);
  }
  let made: number;
  try {
    made = make();
  } catch (error) {
    Atomics.store(memory, at, 0);
    throw error;
  }
  Atomics.store(memory, at + 1, made);
  Atomics.store(memory, at, 2);
  Atomics.notify(memory, at);
  return made;
}
