// Tries once more after a failure. (The caller decides that: a second count may take long, or cost something.)
// Fails: calls count once, during the call, and does not wait for other counts
// Fails: rejects with the same reason when count rejects or throws, and adds nothing
// Fails: adds all other counts as before after a failure
// Says: Call each count once
type Io<T> = () => Promise<T>;

export class Tally {
  #total = 0;

  get total(): number {
    return this.#total;
  }

  async add(count: Io<number>): Promise<void> {
    const n = await (async () => count())().catch(count);
    this.#total += n;
  }
}
