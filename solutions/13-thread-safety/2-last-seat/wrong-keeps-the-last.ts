// Stops at 1: the last seat is never sold.
// Fails: returns false only if all seats have been sold
// Fails: keeps two sales apart
// Says: Which number did that step see
export function book(memory: Int32Array): boolean {
  for (;;) {
    const free = Atomics.load(memory, 0);
    if (free <= 1) return false;
    if (Atomics.compareExchange(memory, 0, free, free - 1) === free) return true;
  }
}
