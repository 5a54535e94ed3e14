// Looks whether the number is there, and makes it if not. (Two threads look before one of them has made it.)
// Fails: calls make in one thread only, in whatever order the steps come
// Fails: returns the number that was made in each thread
// Fails: lets another thread make it if make throws, also one that waits
// Fails: keeps two numbers apart, also if one is made while the other one is
// Fails: has no data race, also in what make has written
// Says: make was called 2 times; expected one call
export function once(memory: Int32Array, at: number, make: () => number): number {
  if (Atomics.load(memory, at) === 0) {
    Atomics.store(memory, at + 1, make());
    Atomics.store(memory, at, 1);
  }
  return Atomics.load(memory, at + 1);
}
