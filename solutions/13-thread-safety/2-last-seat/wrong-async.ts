// Books in a microtask, and says true beforehand.
// Fails: takes one seat from cell 0, and returns true
// Fails: sells each seat once, in whatever order the steps come
// Fails: returns false only if all seats have been sold
// Fails: has the number of free seats in cell 0 at every step
// Fails: keeps two sales apart
// Fails: changes no cell but 0 and 1
// Fails: has no data race
// Says: no callback that is called later
export function book(memory: Int32Array): boolean {
  if (Atomics.load(memory, 0) < 1) return false;
  queueMicrotask(() => Atomics.sub(memory, 0, 1));
  return true;
}
