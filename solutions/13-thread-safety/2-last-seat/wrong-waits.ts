// Waits for a free seat, as a semaphore does. (No seat is given back, so no thread wakes it.)
// Fails: returns false if no seat is free, and waits for none
// Fails: sells each seat once, in whatever order the steps come
// Fails: returns false only if all seats have been sold
// Fails: keeps two sales apart
// Says: none ever will be
export function book(memory: Int32Array): boolean {
  for (;;) {
    const free = Atomics.load(memory, 0);
    if (free < 1) Atomics.wait(memory, 0, free);
    else if (Atomics.compareExchange(memory, 0, free, free - 1) === free) return true;
  }
}
