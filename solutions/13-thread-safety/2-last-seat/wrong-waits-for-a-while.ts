// Waits for 100 ms before it says that no seat is free. (No seat is given back in that time.)
// Fails: returns false if no seat is free, and waits for none
// Says: sleeps in a wait for free; expected: no thread waits
export function book(memory: Int32Array): boolean {
  for (;;) {
    const free = Atomics.load(memory, 0);
    if (free > 0) {
      if (Atomics.compareExchange(memory, 0, free, free - 1) === free) return true;
    } else if (Atomics.wait(memory, 0, free, 100) === 'timed-out') return false;
  }
}
