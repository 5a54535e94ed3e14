// Takes all seats out of the cell while it has the lock. (Other code may read the cell without it.)
// Fails: has the number of free seats in cell 0 at every step
// Says: Does a step of yours change it before it is known
export function book(memory: Int32Array): boolean {
  while (Atomics.exchange(memory, 1, 1) === 1);
  const free = Atomics.exchange(memory, 0, 0);
  if (free > 0) Atomics.store(memory, 0, free - 1);
  Atomics.store(memory, 1, 0);
  return free > 0;
}
