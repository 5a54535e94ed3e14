// Takes “another thread has begun” for “the number is there”.
// Fails: returns the number that was made in each thread
// Fails: lets another thread make it if make throws, also one that waits
// Fails: keeps two numbers apart, also if one is made while the other one is
// Fails: has no data race, also in what make has written
// Says: which step says that the number can be read
export function once(memory: Int32Array, at: number, make: () => number): number {
  if (Atomics.compareExchange(memory, at, 0, 1) !== 0) return Atomics.load(memory, at + 1);
  try {
    Atomics.store(memory, at + 1, make());
    return Atomics.load(memory, at + 1);
  } catch (error) {
    Atomics.store(memory, at, 0);
    throw error;
  }
}
