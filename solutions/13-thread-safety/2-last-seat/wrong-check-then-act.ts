// Assumes that a seat that was free a step ago is free. (Another thread may have taken it.)
// Fails: sells each seat once, in whatever order the steps come
// Fails: has the number of free seats in cell 0 at every step
// Says: Two threads can look at cell 0 while one seat is free
export function book(memory: Int32Array): boolean {
  if (Atomics.load(memory, 0) < 1) return false;
  Atomics.sub(memory, 0, 1);
  return true;
}
