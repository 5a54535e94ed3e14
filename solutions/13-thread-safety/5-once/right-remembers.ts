// Each thread remembers in its own copy what it has read: a number that was made stays the same.
const known = new WeakMap<Int32Array, Map<number, number>>();

export function once(memory: Int32Array, at: number, make: () => number): number {
  const numbers = known.get(memory) ?? new Map<number, number>();
  known.set(memory, numbers);
  const number = numbers.get(at) ?? shared(memory, at, make);
  numbers.set(at, number);
  return number;
}

function shared(memory: Int32Array, at: number, make: () => number): number {
  for (;;) {
    const state = Atomics.compareExchange(memory, at, 0, 1);
    if (state === 2) return Atomics.load(memory, at + 1);
    if (state === 0) return makeIt(memory, at, make);
    Atomics.wait(memory, at, 1);
  }
}

function makeIt(memory: Int32Array, at: number, make: () => number): number {
  try {
    Atomics.store(memory, at + 1, make());
    Atomics.store(memory, at, 2);
    return Atomics.load(memory, at + 1);
  } catch (error) {
    Atomics.store(memory, at, 0);
    throw error;
  } finally {
    Atomics.notify(memory, at);
  }
}
