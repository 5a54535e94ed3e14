// Looks a hundred times before it sleeps: the number may be there soon.
export function once(memory: Int32Array, at: number, make: () => number): number {
  for (;;) {
    let state = 1;
    for (let look = 0; look < 100 && state === 1; look++)
      state = Atomics.compareExchange(memory, at, 0, 1);
    if (state === 2) return Atomics.load(memory, at + 1);
    if (state === 0) return makeIt(memory, at, make);
    Atomics.wait(memory, at, 1);
  }
}

function makeIt(memory: Int32Array, at: number, make: () => number): number {
  let after = 0;
  try {
    const made = make();
    Atomics.store(memory, at + 1, made);
    after = 2;
    return made;
  } finally {
    Atomics.store(memory, at, after);
    Atomics.notify(memory, at);
  }
}
