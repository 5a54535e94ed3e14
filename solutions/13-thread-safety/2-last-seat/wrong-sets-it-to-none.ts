// Takes a seat first, and writes 0 if there was none.
// Fails: has the number of free seats in cell 0 at every step
// Says: Does a step of yours change it before it is known
export function book(memory: Int32Array): boolean {
  const before = Atomics.sub(memory, 0, 1);
  if (before < 1) Atomics.store(memory, 0, 0);
  return before > 0;
}
