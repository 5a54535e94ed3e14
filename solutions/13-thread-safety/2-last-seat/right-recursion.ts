// Recursion: a try that fails calls the function again.
export function book(memory: Int32Array): boolean {
  const free = Atomics.load(memory, 0);
  if (free < 1) return false;
  return Atomics.compareExchange(memory, 0, free, free - 1) === free || book(memory);
}
