// Throws if no seat is free.
// Fails: returns false if no seat is free, and waits for none
// Fails: sells each seat once, in whatever order the steps come
// Fails: returns false only if all seats have been sold
// Fails: has the number of free seats in cell 0 at every step
// Fails: keeps two sales apart
// Fails: changes no cell but 0 and 1
// Fails: has no data race
// Says: A threw: sold out
export function book(memory: Int32Array): boolean {
  for (;;) {
    const free = Atomics.load(memory, 0);
    if (free < 1) throw new Error('sold out');
    if (Atomics.compareExchange(memory, 0, free, free - 1) === free) return true;
  }
}
