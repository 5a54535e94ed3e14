// Thinks of a failure in the first maker only: a thread that waited, and makes the number then, keeps the claim if it fails.
// Fails: lets another thread make it if make throws, also one that waits
// Says: B changed yours last
const publish = (memory: Int32Array, at: number, made: number): number => {
  Atomics.store(memory, at + 1, made);
  Atomics.store(memory, at, 2);
  Atomics.notify(memory, at);
  return made;
};

export function once(memory: Int32Array, at: number, make: () => number): number {
  let state = Atomics.compareExchange(memory, at, 0, 1);
  if (state === 0) {
    try {
      return publish(memory, at, make());
    } catch (error) {
      Atomics.store(memory, at, 0);
      Atomics.notify(memory, at);
      throw error;
    }
  }
  while (state === 1) {
    Atomics.wait(memory, at, 1);
    state = Atomics.compareExchange(memory, at, 0, 1);
    if (state === 0) return publish(memory, at, make());
  }
  return Atomics.load(memory, at + 1);
}
