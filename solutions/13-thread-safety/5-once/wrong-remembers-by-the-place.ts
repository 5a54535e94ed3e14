// Remembers the numbers by their place in the buffer, and the next memory may have another buffer.
// Fails: keeps two numbers apart, also if one is made while the other one is
// Says: What does it keep outside of those three cells
const numbers = new Map<number, number>();

export function once(memory: Int32Array, at: number, make: () => number): number {
  const key = memory.byteOffset / 4 + at;
  const known = numbers.get(key);
  if (known !== undefined) return known;
  const number = shared(memory, at, make);
  numbers.set(key, number);
  return number;
}

function shared(memory: Int32Array, at: number, make: () => number): number {
  for (;;) {
    const state = Atomics.compareExchange(memory, at, 0, 1);
    if (state === 2) return Atomics.load(memory, at + 1);
    if (state === 0) break;
    Atomics.wait(memory, at, 1);
  }
  try {
    const made = make();
    Atomics.store(memory, at + 1, made);
    Atomics.store(memory, at, 2);
    return made;
  } catch (error) {
    Atomics.store(memory, at, 0);
    throw error;
  } finally {
    Atomics.notify(memory, at);
  }
}
