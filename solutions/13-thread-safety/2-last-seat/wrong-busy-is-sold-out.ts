// Returns false if another thread has the lock. (That says nothing about the seats.)
// Fails: returns false only if all seats have been sold
// Says: which step decides that no seat is free
export function book(memory: Int32Array): boolean {
  if (Atomics.exchange(memory, 1, 1) === 1) return false;
  const free = Atomics.load(memory, 0);
  if (free > 0) Atomics.store(memory, 0, free - 1);
  Atomics.store(memory, 1, 0);
  return free > 0;
}
