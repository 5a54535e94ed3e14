// After two tries, it takes a seat without a look.
// Fails: sells each seat once, in whatever order the steps come
// Fails: has the number of free seats in cell 0 at every step
// Says: At the end, free is -1
export function book(memory: Int32Array): boolean {
  for (let tries = 0; tries < 2; tries++) {
    const free = Atomics.load(memory, 0);
    if (free < 1) return false;
    if (Atomics.compareExchange(memory, 0, free, free - 1) === free) return true;
  }
  return Atomics.sub(memory, 0, 1) > 0;
}
