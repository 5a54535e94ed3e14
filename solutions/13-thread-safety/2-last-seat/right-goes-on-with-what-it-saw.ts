// compareExchange returns what is there: the next try begins with that.
export function book(memory: Int32Array): boolean {
  let free = Atomics.load(memory, 0);
  while (free > 0) {
    const seen = Atomics.compareExchange(memory, 0, free, free - 1);
    if (seen === free) return true;
    free = seen;
  }
  return false;
}
