// Counts the sold seats in cell 2.
// Fails: changes no cell but 0 and 1
// Fails: keeps two sales apart
// Says: other too is 1; expected at every step: other too is 0
export function book(memory: Int32Array): boolean {
  for (;;) {
    const free = Atomics.load(memory, 0);
    if (free < 1) return false;
    if (Atomics.compareExchange(memory, 0, free, free - 1) !== free) continue;
    Atomics.add(memory, 2, 1);
    return true;
  }
}
