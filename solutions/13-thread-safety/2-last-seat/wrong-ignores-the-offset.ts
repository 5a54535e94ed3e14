// Makes a view of its own, which begins at the first cell of the whole memory.
// Fails: keeps two sales apart
// Says: sale in the evening has cells of its own
export function book(memory: Int32Array): boolean {
  const seats = new Int32Array(memory.buffer);
  for (;;) {
    const free = Atomics.load(seats, 0);
    if (free < 1) return false;
    if (Atomics.compareExchange(seats, 0, free, free - 1) === free) return true;
  }
}
