// Does not think of a make that throws: the state says for all time that a thread makes the number.
// Fails: throws what make has thrown, and lets the next call make it
// Fails: lets another thread make it if make throws, also one that waits
// Fails: keeps two numbers apart, also if one is made while the other one is
// Says: no thread is left that could notify it
export function once(memory: Int32Array, at: number, make: () => number): number {
  for (;;) {
    const state = Atomics.compareExchange(memory, at, 0, 1);
    if (state === 2) return Atomics.load(memory, at + 1);
    if (state === 0) break;
    Atomics.wait(memory, at, 1);
  }
  Atomics.store(memory, at + 1, make());
  Atomics.store(memory, at, 2);
  Atomics.notify(memory, at);
  return Atomics.load(memory, at + 1);
}
