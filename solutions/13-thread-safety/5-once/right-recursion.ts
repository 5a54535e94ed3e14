// Recursion: a thread that was woken calls the function again.
export function once(memory: Int32Array, at: number, make: () => number): number {
  switch (Atomics.compareExchange(memory, at, 0, 1)) {
    case 0:
      return makeIt(memory, at, make);
    case 1:
      Atomics.wait(memory, at, 1);
      return once(memory, at, make);
    default:
      return memory[at + 1] as number;
  }
}

function makeIt(memory: Int32Array, at: number, make: () => number): number {
  let next = 0;
  try {
    memory[at + 1] = make();
    next = 2;
  } finally {
    Atomics.store(memory, at, next);
    Atomics.notify(memory, at);
  }
  return memory[at + 1] as number;
}
