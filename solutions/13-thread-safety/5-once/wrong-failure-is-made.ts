// Says in `finally` that the number is there, also when make has thrown.
// Fails: keeps two numbers apart, also if one is made while the other one is
// Fails: throws what make has thrown, and lets the next call make it
// Fails: lets another thread make it if make throws, also one that waits
// Says: all is as it was before that call
export function once(memory: Int32Array, at: number, make: () => number): number {
  for (;;) {
    const state = Atomics.compareExchange(memory, at, 0, 1);
    if (state === 2) return Atomics.load(memory, at + 1);
    if (state === 0) break;
    Atomics.wait(memory, at, 1);
  }
  try {
    Atomics.store(memory, at + 1, make());
    return Atomics.load(memory, at + 1);
  } finally {
    Atomics.store(memory, at, 2);
    Atomics.notify(memory, at);
  }
}
