// Notes in cell 1 that all is sold: a note in the shared memory is one for all threads, and for this sale.
export function book(memory: Int32Array): boolean {
  for (;;) {
    if (Atomics.load(memory, 1) === 1) return false;
    const free = Atomics.load(memory, 0);
    if (free === 0) Atomics.store(memory, 1, 1);
    else if (Atomics.compareExchange(memory, 0, free, free - 1) === free) return true;
  }
}
