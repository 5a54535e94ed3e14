// A view of its three cells. It makes up its mind after each look at the state.
export function once(memory: Int32Array, at: number, make: () => number): number {
  const [STATE, NUMBER] = [0, 1];
  const cells = new Int32Array(memory.buffer, memory.byteOffset + 4 * at, 3);
  const claim = () => Atomics.compareExchange(cells, STATE, 0, 1);
  for (let was = claim(); ; was = claim()) {
    if (was === 2) return Atomics.load(cells, NUMBER);
    if (was === 0) {
      let after = 0;
      try {
        Atomics.store(cells, NUMBER, make());
        after = 2;
      } finally {
        Atomics.store(cells, STATE, after);
        Atomics.notify(cells, STATE);
      }
    }
    while (Atomics.load(cells, STATE) === 1) Atomics.wait(cells, STATE, 1);
  }
}
