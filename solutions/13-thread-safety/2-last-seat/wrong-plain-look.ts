// Assumes that a look needs no Atomics. (Nothing orders it and the writes of other threads.)
// Fails: has no data race
// Says: Data race
export function book(memory: Int32Array): boolean {
  let free = memory[0] as number;
  while (free > 0) {
    const seen = Atomics.compareExchange(memory, 0, free, free - 1);
    if (seen === free) return true;
    free = seen;
  }
  return false;
}
