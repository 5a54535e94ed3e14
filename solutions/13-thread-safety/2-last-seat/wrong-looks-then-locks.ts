// Looks whether the lock is free, and takes it in a second step.
// Fails: sells each seat once, in whatever order the steps come
// Fails: has the number of free seats in cell 0 at every step
// Says: read 0 from yours at step
export function book(memory: Int32Array): boolean {
  while (Atomics.load(memory, 1) === 1);
  Atomics.store(memory, 1, 1);
  const free = Atomics.load(memory, 0);
  if (free > 0) Atomics.store(memory, 0, free - 1);
  Atomics.store(memory, 1, 0);
  return free > 0;
}
