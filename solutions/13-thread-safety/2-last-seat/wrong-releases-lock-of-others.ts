// Releases the lock in `finally`, also where another thread has it.
// Fails: sells each seat once, in whatever order the steps come
// Says: that is lost
export function book(memory: Int32Array): boolean {
  try {
    if (Atomics.exchange(memory, 1, 1) === 1) return book(memory);
    const free = Atomics.load(memory, 0);
    if (free > 0) Atomics.store(memory, 0, free - 1);
    return free > 0;
  } finally {
    Atomics.store(memory, 1, 0);
  }
}
