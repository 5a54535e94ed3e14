// Remembers in a variable that all is sold, and the next memory may be of another sale.
// Fails: keeps two sales apart
// Says: says nothing about the other
let isSoldOut = false;

export function book(memory: Int32Array): boolean {
  while (!isSoldOut) {
    const free = Atomics.load(memory, 0);
    if (free < 1) isSoldOut = true;
    else if (Atomics.compareExchange(memory, 0, free, free - 1) === free) return true;
  }
  return false;
}
