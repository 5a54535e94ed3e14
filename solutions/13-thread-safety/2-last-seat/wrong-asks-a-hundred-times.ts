// Asks a hundred times before it says that no seat is free. (No seat is given back in that time.)
// Fails: returns false if no seat is free, and waits for none
// Says: goes on to ask what it has asked before
export function book(memory: Int32Array): boolean {
  for (let tries = 0; tries < 100; tries++) {
    const free = Atomics.load(memory, 0);
    if (free > 0 && Atomics.compareExchange(memory, 0, free, free - 1) === free) return true;
  }
  return false;
}
