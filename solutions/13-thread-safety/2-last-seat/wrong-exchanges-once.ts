// Takes a compareExchange that failed for “no seat is free”. (It only says that the number is another one.)
// Fails: returns false only if all seats have been sold
// Says: changed nothing (compareExchange free 2 to 1: was 1)
export function book(memory: Int32Array): boolean {
  const free = Atomics.load(memory, 0);
  if (free < 1) return false;
  return Atomics.compareExchange(memory, 0, free, free - 1) === free;
}
