// Looks by a plain read after a wait: it takes the notify for a promise that nobody writes there any more.
// Fails: has no data race, also in what make has written
// Says: B (read yours) and C
export function once(memory: Int32Array, at: number, make: () => number): number {
  let state = Atomics.compareExchange(memory, at, 0, 1);
  while (state === 1) {
    Atomics.wait(memory, at, 1);
    state = memory[at] as number;
    if (state === 0) state = Atomics.compareExchange(memory, at, 0, 1);
  }
  if (state === 2) return Atomics.load(memory, at + 1);
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
