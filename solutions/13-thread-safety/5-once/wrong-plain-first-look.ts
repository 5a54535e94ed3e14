// Looks first by a plain read, to be fast. (Nothing orders it and the write of the thread that makes the number.)
// Fails: has no data race, also in what make has written
// Says: and B (read yours)
export function once(memory: Int32Array, at: number, make: () => number): number {
  if (memory[at] === 2) return Atomics.load(memory, at + 1);
  for (;;) {
    const state = Atomics.compareExchange(memory, at, 0, 1);
    if (state === 2) return Atomics.load(memory, at + 1);
    if (state === 0) break;
    Atomics.wait(memory, at, 1);
  }
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
