// Marks the state if others sleep. A thread that has slept claims with the mark, but a call that comes later does not.
// Fails: lets another thread make it if make throws, also one that waits
// Says: woke only 1
export function once(memory: Int32Array, at: number, make: () => number): number {
  let mine = 1;
  for (;;) {
    const state = Atomics.compareExchange(memory, at, 0, mine);
    if (state === 2) return Atomics.load(memory, at + 1);
    if (state === 0) break;
    mine = 3;
    if (state === 3 || Atomics.compareExchange(memory, at, 1, 3) === 1) Atomics.wait(memory, at, 3);
  }
  try {
    const made = make();
    Atomics.store(memory, at + 1, made);
    if (Atomics.exchange(memory, at, 2) === 3) Atomics.notify(memory, at);
    return made;
  } catch (error) {
    if (Atomics.exchange(memory, at, 0) === 3) Atomics.notify(memory, at, 1);
    throw error;
  }
}
