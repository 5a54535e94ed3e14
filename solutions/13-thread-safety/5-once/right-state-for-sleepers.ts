// Notifies nobody while nobody waits: a state of its own says that a thread does. After a failure, all of them look again.
const [EMPTY, MAKING, OTHERS_WAIT, MADE] = [0, 1, 2, 3];

export function once(memory: Int32Array, at: number, make: () => number): number {
  for (;;) {
    let state = Atomics.compareExchange(memory, at, EMPTY, MAKING);
    if (state === EMPTY) break;
    if (state === MAKING) state = Atomics.compareExchange(memory, at, MAKING, OTHERS_WAIT);
    if (state === MADE) return Atomics.load(memory, at + 1);
    if (state !== EMPTY) Atomics.wait(memory, at, OTHERS_WAIT);
  }
  try {
    const made = make();
    Atomics.store(memory, at + 1, made);
    if (Atomics.exchange(memory, at, MADE) === OTHERS_WAIT) Atomics.notify(memory, at);
    return made;
  } catch (error) {
    if (Atomics.exchange(memory, at, EMPTY) === OTHERS_WAIT) Atomics.notify(memory, at);
    throw error;
  }
}
