// Keeps its place in a variable of the file. (make may have called once() for another place in the meantime.)
// Fails: keeps two numbers apart, also if one is made while the other one is
// Says: it waits for itself
let place = 0;

export function once(memory: Int32Array, at: number, make: () => number): number {
  for (;;) {
    const state = Atomics.compareExchange(memory, at, 0, 1);
    if (state === 2) return Atomics.load(memory, at + 1);
    if (state === 0) break;
    Atomics.wait(memory, at, 1);
  }
  place = at;
  try {
    const made = make();
    Atomics.store(memory, at + 1, made);
    Atomics.store(memory, at, 2);
    Atomics.notify(memory, at);
    return made;
  } catch (error) {
    Atomics.store(memory, place, 0);
    Atomics.notify(memory, place);
    throw error;
  }
}
