// Asks until a seat is free.
// Fails: returns false if no seat is free, and waits for none
// Fails: sells each seat once, in whatever order the steps come
// Fails: returns false only if all seats have been sold
// Fails: keeps two sales apart
// Says: asks again and again (load free: 0)
export function book(memory: Int32Array): boolean {
  for (;;) {
    const free = Atomics.load(memory, 0);
    if (free > 0 && Atomics.compareExchange(memory, 0, free, free - 1) === free) return true;
  }
}
