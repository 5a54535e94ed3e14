// compareExchange returns what is there: the next try begins with that.
export function increment(memory: Int32Array): void {
  let seen = Atomics.load(memory, 0);
  for (let expected = -1; seen !== expected; ) {
    expected = seen;
    seen = Atomics.compareExchange(memory, 0, expected, expected + 1);
  }
}

export function total(memory: Int32Array): number {
  return Atomics.load(memory, 0);
}
