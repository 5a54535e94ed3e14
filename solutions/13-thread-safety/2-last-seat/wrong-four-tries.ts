// The same with four tries: four other calls are enough.
// Fails: returns false only if all seats have been sold
// Says: changed nothing
export function book(memory: Int32Array): boolean {
  for (let tries = 4; tries > 0; tries--) {
    const free = Atomics.load(memory, 0);
    if (free < 1) return false;
    if (Atomics.compareExchange(memory, 0, free, free - 1) === free) return true;
  }
  return false;
}
