// Takes all seats out of the cell, and puts back what it does not need. (In between, other threads see none.)
// Fails: returns false only if all seats have been sold
// Fails: has the number of free seats in cell 0 at every step
// Says: One of them has returned true; expected two
export function book(memory: Int32Array): boolean {
  const free = Atomics.exchange(memory, 0, 0);
  if (free > 1) Atomics.add(memory, 0, free - 1);
  return free > 0;
}
