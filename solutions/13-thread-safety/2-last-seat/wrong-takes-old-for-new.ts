// Assumes that sub returns the new number. (It returns the old one.)
// Fails: sells each seat once, in whatever order the steps come
// Fails: has the number of free seats in cell 0 at every step
// Says: all three calls have returned true
export function book(memory: Int32Array): boolean {
  if (Atomics.load(memory, 0) < 1) return false;
  return Atomics.sub(memory, 0, 1) >= 0;
}
