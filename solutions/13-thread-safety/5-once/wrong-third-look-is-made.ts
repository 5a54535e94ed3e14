// Looks three times, and takes the number after that. (Two makes have failed then, and a third one has begun.)
// Fails: lets another thread make it if make throws, also one that waits
// Says: B gets 0
export function once(memory: Int32Array, at: number, make: () => number): number {
  let state = Atomics.compareExchange(memory, at, 0, 1);
  for (let waits = 0; state === 1 && waits < 2; waits++) {
    Atomics.wait(memory, at, 1);
    state = Atomics.compareExchange(memory, at, 0, 1);
  }
  if (state !== 0) return Atomics.load(memory, at + 1);
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
