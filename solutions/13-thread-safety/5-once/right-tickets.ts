// A lock with tickets: the first two cells are the next ticket and the one that is served.
export function once(memory: Int32Array, at: number, make: () => number): number {
  if (Atomics.load(memory, at + 1) < 0) return Atomics.load(memory, at + 2);
  const ticket = Atomics.add(memory, at, 1);
  for (;;) {
    const served = Atomics.load(memory, at + 1);
    if (served < 0) return Atomics.load(memory, at + 2);
    if (served === ticket) break;
    Atomics.wait(memory, at + 1, served);
  }
  let next = ticket + 1;
  try {
    memory[at + 2] = make();
    next = -1;
    return memory[at + 2] as number;
  } finally {
    Atomics.store(memory, at + 1, next);
    Atomics.notify(memory, at + 1);
  }
}
