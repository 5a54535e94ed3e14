// Wakes one thread when nothing was made, as only one can make it. It wakes all when the number is there.
export const once = (memory: Int32Array, at: number, make: () => number): number => {
  let state = Atomics.compareExchange(memory, at, 0, 1);
  while (state === 1) {
    Atomics.wait(memory, at, 1);
    state = Atomics.compareExchange(memory, at, 0, 1);
  }
  if (state === 2) return Atomics.load(memory, at + 1);
  let made: number;
  try {
    made = make();
  } catch (error) {
    Atomics.store(memory, at, 0);
    Atomics.notify(memory, at, 1);
    throw error;
  }
  Atomics.store(memory, at + 1, made);
  Atomics.store(memory, at, 2);
  Atomics.notify(memory, at, Number.POSITIVE_INFINITY);
  return made;
};
