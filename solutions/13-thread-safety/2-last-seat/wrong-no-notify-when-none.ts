// Wakes the next thread only after a sale.
// Fails: returns false if no seat is free, and waits for none
// Says: No thread has called notify for yours
export function book(memory: Int32Array): boolean {
  while (Atomics.exchange(memory, 1, 1) === 1) Atomics.wait(memory, 1, 1);
  const free = Atomics.load(memory, 0);
  Atomics.store(memory, 0, Math.max(free - 1, 0));
  Atomics.store(memory, 1, 0);
  if (free > 0) Atomics.notify(memory, 1, 1);
  return free > 0;
}
