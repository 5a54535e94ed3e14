// Keeps the lock in a variable of the file. (Each thread has its own, and it is always free.)
// Fails: sells each seat once, in whatever order the steps come
// Fails: has the number of free seats in cell 0 at every step
// Says: What stops the second one
let isLocked = false;

export function book(memory: Int32Array): boolean {
  while (isLocked);
  isLocked = true;
  const isFree = Atomics.load(memory, 0) > 0;
  if (isFree) Atomics.sub(memory, 0, 1);
  isLocked = false;
  return isFree;
}
