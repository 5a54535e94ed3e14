// Holds the lock while it looks and while it writes, and not while it makes the number.
// Fails: calls make in one thread only, in whatever order the steps come
// Fails: returns the number that was made in each thread
// Fails: lets another thread make it if make throws, also one that waits
// Fails: keeps two numbers apart, also if one is made while the other one is
// Fails: has no data race, also in what make has written
// Says: make was called 2 times; expected one call
export function once(memory: Int32Array, at: number, make: () => number): number {
  lock(memory, at);
  const isMade = Atomics.load(memory, at + 1) === 1;
  unlock(memory, at);
  if (isMade) return Atomics.load(memory, at + 2);
  const made = make();
  lock(memory, at);
  Atomics.store(memory, at + 1, 1);
  Atomics.store(memory, at + 2, made);
  unlock(memory, at);
  return made;
}

function lock(memory: Int32Array, at: number): void {
  while (Atomics.exchange(memory, at, 1) === 1) Atomics.wait(memory, at, 1);
}

function unlock(memory: Int32Array, at: number): void {
  Atomics.store(memory, at, 0);
  Atomics.notify(memory, at, 1);
}
