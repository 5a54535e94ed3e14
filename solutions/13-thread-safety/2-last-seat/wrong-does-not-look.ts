// Does not look whether the compareExchange has worked, and returns true.
// Fails: sells each seat once, in whatever order the steps come
// Fails: has the number of free seats in cell 0 at every step
// Says: Does your code look at what it returns
export function book(memory: Int32Array): boolean {
  const free = Atomics.load(memory, 0);
  if (free < 1) return false;
  Atomics.compareExchange(memory, 0, free, free - 1);
  return true;
}
