// Looks before it has the lock, and takes a seat under it without a second look.
// Fails: sells each seat once, in whatever order the steps come
// Fails: has the number of free seats in cell 0 at every step
// Says: Two threads can look at cell 0
export function book(memory: Int32Array): boolean {
  const free = Atomics.load(memory, 0);
  while (Atomics.exchange(memory, 1, 1) === 1);
  if (free > 0) Atomics.sub(memory, 0, 1);
  Atomics.store(memory, 1, 0);
  return free > 0;
}
