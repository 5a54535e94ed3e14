// Looks first without the lock, and a second time under it: only the second look decides that a seat is free.
export function book(memory: Int32Array): boolean {
  if (Atomics.load(memory, 0) === 0) return false;
  while (Atomics.exchange(memory, 1, 1) === 1);
  const isFree = Atomics.load(memory, 0) > 0;
  if (isFree) Atomics.sub(memory, 0, 1);
  Atomics.store(memory, 1, 0);
  return isFree;
}
