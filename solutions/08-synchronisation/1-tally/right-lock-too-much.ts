// Only the additions wait for each other, in a chain of promises. That is safe, and not needed: an addition has no await.
type Io<T> = () => Promise<T>;

export class Tally {
  #total = 0;
  #adding: Promise<void> = Promise.resolve();

  get total() {
    return this.#total;
  }

  async add(count: Io<number>) {
    const n = await count();
    this.#adding = this.#adding.then(() => {
      this.#total += n;
    });
    await this.#adding;
  }
}
