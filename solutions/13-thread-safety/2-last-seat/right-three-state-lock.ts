// A lock of three states: free, held, and held while others may sleep.
export function book(memory: Int32Array): boolean {
  if (Atomics.compareExchange(memory, 1, 0, 1) !== 0) {
    while (Atomics.exchange(memory, 1, 2) !== 0) Atomics.wait(memory, 1, 2);
  }
  const free = memory[0] as number;
  if (free > 0) memory[0] = free - 1;
  if (Atomics.exchange(memory, 1, 0) === 2) Atomics.notify(memory, 1, 1);
  return free > 0;
}
