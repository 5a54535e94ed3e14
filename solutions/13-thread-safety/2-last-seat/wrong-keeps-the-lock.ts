// Returns false without releasing the lock.
// Fails: returns false if no seat is free, and waits for none
// Says: asks again and again (exchange yours 1: was 1)
export function book(memory: Int32Array): boolean {
  while (Atomics.exchange(memory, 1, 1) === 1);
  if (Atomics.load(memory, 0) < 1) return false;
  Atomics.sub(memory, 0, 1);
  Atomics.store(memory, 1, 0);
  return true;
}
