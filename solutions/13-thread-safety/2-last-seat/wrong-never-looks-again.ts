// Looks once in front of the loop, so that each further try expects an old number.
// Fails: sells each seat once, in whatever order the steps come
// Fails: returns false only if all seats have been sold
// Says: asks again and again (compareExchange free 1 to 0: was 0)
export function book(memory: Int32Array): boolean {
  const free = Atomics.load(memory, 0);
  if (free < 1) return false;
  while (Atomics.compareExchange(memory, 0, free, free - 1) !== free);
  return true;
}
