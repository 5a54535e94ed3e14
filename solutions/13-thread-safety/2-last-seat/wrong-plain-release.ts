// Releases the lock by a plain write.
// Fails: has no data race
// Says: write yours 0
export function book(memory: Int32Array): boolean {
  while (Atomics.compareExchange(memory, 1, 0, 1) !== 0);
  const free = Atomics.load(memory, 0);
  if (free > 0) Atomics.sub(memory, 0, 1);
  memory[1] = 0;
  return free > 0;
}
