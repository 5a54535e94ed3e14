// Looks, and writes one less: two threads write the same number.
// Fails: sells each seat once, in whatever order the steps come
// Fails: has the number of free seats in cell 0 at every step
// Says: that is lost
export function book(memory: Int32Array): boolean {
  const free = Atomics.load(memory, 0);
  if (free < 1) return false;
  Atomics.store(memory, 0, free - 1);
  return true;
}
