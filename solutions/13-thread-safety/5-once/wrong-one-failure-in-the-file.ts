// Keeps in a variable of the file whether make has thrown: the make of another number, which it has called, overwrites that.
// Fails: keeps two numbers apart, also if one is made while the other one is
// Says: A threw: 'burnt'
let failure: { error: unknown } | undefined;

export function once(memory: Int32Array, at: number, make: () => number): number {
  for (;;) {
    const state = Atomics.compareExchange(memory, at, 0, 1);
    if (state === 2) return Atomics.load(memory, at + 1);
    if (state === 0) break;
    Atomics.wait(memory, at, 1);
  }
  failure = undefined;
  try {
    Atomics.store(memory, at + 1, make());
  } catch (error) {
    failure = { error };
  }
  Atomics.store(memory, at, failure ? 0 : 2);
  Atomics.notify(memory, at);
  if (failure) throw failure.error;
  return Atomics.load(memory, at + 1);
}
