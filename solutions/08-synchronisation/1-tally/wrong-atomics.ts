// Takes Atomics for the addition. (They are for threads that share memory, and whole numbers of 32 bits.)
// Fails: adds any number as it is
// Says: It logged 'total: 8' at 11 ms; expected 'total: 8.0625'
type Io<T> = () => Promise<T>;

export class Tally {
  readonly #cell = new Int32Array(new SharedArrayBuffer(4));

  get total() {
    return Atomics.load(this.#cell, 0);
  }

  async add(count: Io<number>) {
    Atomics.add(this.#cell, 0, await count());
  }
}
