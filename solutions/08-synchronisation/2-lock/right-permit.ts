// A semaphore with one permit, and a linked list of those that wait for it.
type Io<T> = () => Promise<T>;

interface Waiter {
  take(): void;
  next?: Waiter;
}

class Semaphore {
  #permits: number;
  #first: Waiter | undefined;
  #last: Waiter | undefined;

  constructor(permits: number) {
    this.#permits = permits;
  }

  get isUsedUp() {
    return this.#permits === 0;
  }

  take() {
    if (this.#permits > 0) {
      this.#permits--;
      return Promise.resolve();
    }
    return new Promise<void>((take) => {
      const waiter = { take };
      if (this.#last) this.#last.next = waiter;
      else this.#first = waiter;
      this.#last = waiter;
    });
  }

  giveBack() {
    const first = this.#first;
    if (!first) {
      this.#permits++;
      return;
    }
    this.#first = first.next;
    if (!this.#first) this.#last = undefined;
    first.take();
  }
}

export class Lock {
  readonly #permit = new Semaphore(1);

  get isLocked() {
    return this.#permit.isUsedUp;
  }

  async acquire() {
    await this.#permit.take();
    const releases = [() => this.#permit.giveBack()];
    return () => releases.pop()?.();
  }

  async run<T>(f: Io<T>) {
    const release = await this.acquire();
    try {
      return await f();
    } finally {
      release();
    }
  }
}
