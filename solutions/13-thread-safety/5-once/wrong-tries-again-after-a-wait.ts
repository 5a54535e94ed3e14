// Calls its own make once more if it throws after a wait: it takes that for the error of the other thread.
// Fails: lets another thread make it if make throws, also one that waits
// Says: The makes were called 3 times; expected 2
export function once(memory: Int32Array, at: number, make: () => number): number {
  let slept = false;
  for (;;) {
    const state = Atomics.compareExchange(memory, at, 0, 1);
    if (state === 2) return Atomics.load(memory, at + 1);
    if (state === 0) break;
    slept = true;
    Atomics.wait(memory, at, 1);
  }
  try {
    const made = make();
    Atomics.store(memory, at + 1, made);
    Atomics.store(memory, at, 2);
    Atomics.notify(memory, at);
    return made;
  } catch (error) {
    Atomics.store(memory, at, 0);
    Atomics.notify(memory, at);
    if (slept) return once(memory, at, make);
    throw error;
  }
}
