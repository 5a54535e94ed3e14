// Holds one lock while it makes a number, whatever number it is. A make that calls once() waits for itself.
// Fails: keeps two numbers apart, also if one is made while the other one is
// Fails: changes no cell but its own three
// Says: expected at every step: before is 5
export function once(memory: Int32Array, at: number, make: () => number): number {
  while (Atomics.exchange(memory, 0, 1) === 1) Atomics.wait(memory, 0, 1);
  try {
    if (Atomics.load(memory, at + 1) === 0) {
      Atomics.store(memory, at + 2, make());
      Atomics.store(memory, at + 1, 1);
    }
    return Atomics.load(memory, at + 2);
  } finally {
    Atomics.store(memory, 0, 0);
    Atomics.notify(memory, 0, 1);
  }
}
