// Looks first without changing anything. The state is 3 while another thread may sleep: only then is there one to wake.
export function once(memory: Int32Array, at: number, make: () => number): number {
  for (;;) {
    const state = Atomics.load(memory, at);
    if (state === 2) return Atomics.load(memory, at + 1);
    if (state === 0) {
      if (Atomics.compareExchange(memory, at, 0, 1) === 0) return makeIt(memory, at, make);
    } else if (state === 3 || Atomics.compareExchange(memory, at, 1, 3) === 1) {
      Atomics.wait(memory, at, 3);
    }
  }
}

function makeIt(memory: Int32Array, at: number, make: () => number): number {
  const leaves = (state: number) => {
    if (Atomics.exchange(memory, at, state) === 3) Atomics.notify(memory, at);
  };
  try {
    const made = make();
    Atomics.store(memory, at + 1, made);
    leaves(2);
    return made;
  } catch (error) {
    leaves(0);
    throw error;
  }
}
