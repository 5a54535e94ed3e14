// A class with a linked list of waiters; the function that limit() returns is one of its methods.
interface Waiter {
  go(): void;
  next?: Waiter;
}

class Limiter {
  readonly #n: number;
  #inFlight = 0;
  #first: Waiter | undefined;
  #last: Waiter | undefined;

  constructor(n: number) {
    if (n !== Infinity && (!Number.isSafeInteger(n) || n < 1))
      throw new RangeError('no such limit');
    this.#n = n;
  }

  run<T>(f: () => Promise<T>): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      const go = () => {
        this.#inFlight++;
        new Promise<T>((start) => start(f())).then(resolve, reject).then(() => this.#leave());
      };
      if (this.#inFlight < this.#n && !this.#first) go();
      else this.#wait({ go });
    });
  }

  #wait(waiter: Waiter): void {
    if (this.#last) this.#last.next = waiter;
    else this.#first = waiter;
    this.#last = waiter;
  }

  #leave(): void {
    this.#inFlight--;
    const waiter = this.#first;
    if (!waiter) return;
    this.#first = waiter.next;
    if (!this.#first) this.#last = undefined;
    waiter.go();
  }
}

export function limit(n: number): <T>(f: () => Promise<T>) => Promise<T> {
  const limiter = new Limiter(n);
  return (f) => limiter.run(f);
}
