// Uses compareExchange for the last seat only. (What was not the last one may be the last one by now.)
// Fails: sells each seat once, in whatever order the steps come
// Fails: has the number of free seats in cell 0 at every step
// Says: Two threads can look at cell 0
export function book(memory: Int32Array): boolean {
  const free = Atomics.load(memory, 0);
  if (free < 1) return false;
  if (free === 1) return Atomics.compareExchange(memory, 0, 1, 0) === 1;
  Atomics.sub(memory, 0, 1);
  return true;
}
