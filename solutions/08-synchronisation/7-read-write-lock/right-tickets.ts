// Two clocks: how many calls have ended, and how many writes. A ticket says for how many a call waits.
type Io<T> = () => Promise<T>;

export class ReadWriteLock {
  #calls = 0;
  #writes = 0;
  readonly #ended = { calls: 0, writes: 0 };
  #waiting: { isReady(): boolean; start(): void }[] = [];

  async read<T>(f: Io<T>) {
    const writes = this.#writes;
    this.#calls++;
    try {
      await this.#until(() => this.#ended.writes === writes);
      return await f();
    } finally {
      this.#ended.calls++;
      this.#look();
    }
  }

  async write<T>(f: Io<T>) {
    const calls = this.#calls;
    this.#calls++;
    this.#writes++;
    try {
      await this.#until(() => this.#ended.calls === calls);
      return await f();
    } finally {
      this.#ended.calls++;
      this.#ended.writes++;
      this.#look();
    }
  }

  #until(isReady: () => boolean) {
    return new Promise<void>((start) => {
      this.#waiting.push({ isReady, start });
      this.#look();
    });
  }

  #look() {
    const ready = this.#waiting.filter((one) => one.isReady());
    this.#waiting = this.#waiting.filter((one) => !ready.includes(one));
    for (const { start } of ready) start();
  }
}
