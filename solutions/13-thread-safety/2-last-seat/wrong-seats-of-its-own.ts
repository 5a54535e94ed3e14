// Copies the number of seats when it is called first. (Each thread sells all of them.)
// Fails: sells each seat once, in whatever order the steps come
// Fails: has the number of free seats in cell 0 at every step
// Fails: keeps two sales apart
// Says: that is lost
let free = -1;

export function book(memory: Int32Array): boolean {
  if (free < 0) free = Atomics.load(memory, 0);
  if (free === 0) return false;
  free--;
  Atomics.store(memory, 0, free);
  return true;
}
