// A try says one of three things: sold, none is free, or another thread was faster.
const tryOnce = (memory: Int32Array): 'sold' | 'none' | 'again' => {
  const free = Atomics.load(memory, 0);
  if (free <= 0) return 'none';
  const before = Atomics.compareExchange(memory, 0, free, free - 1);
  return before === free ? 'sold' : 'again';
};

export function book(memory: Int32Array): boolean {
  let outcome = tryOnce(memory);
  while (outcome === 'again') outcome = tryOnce(memory);
  return outcome === 'sold';
}
