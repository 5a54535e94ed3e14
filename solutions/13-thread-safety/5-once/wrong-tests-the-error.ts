// Keeps what was thrown, and asks whether it is true: undefined, null and 0 are not.
// Fails: throws what make has thrown, and lets the next call make it
// Says: But it returned 0
export function once(memory: Int32Array, at: number, make: () => number): number {
  for (;;) {
    const state = Atomics.compareExchange(memory, at, 0, 1);
    if (state === 2) return Atomics.load(memory, at + 1);
    if (state === 0) break;
    Atomics.wait(memory, at, 1);
  }
  let made = 0;
  let failure: unknown;
  try {
    made = make();
  } catch (error) {
    failure = error;
  }
  if (!failure) Atomics.store(memory, at + 1, made);
  Atomics.store(memory, at, failure ? 0 : 2);
  Atomics.notify(memory, at);
  if (failure) throw failure;
  return made;
}
