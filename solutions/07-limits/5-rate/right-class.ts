// A class with private fields, and with the system clock.
type Io<T> = () => Promise<T>;

class Limit {
  readonly #n: number;
  readonly #ms: number;
  readonly #recent: Date[] = [];
  readonly #queue: PromiseWithResolvers[] = [];
  #isTimed = false;

  constructor(n: number, ms: number) {
    this.#n = n;
    this.#ms = ms;
  }

  enter(): Promise<void> {
    return new Promise((resolve) => {
      this.#queue.push({ resolve });
      this.#next();
    });
  }

  #next(): void {
    if (this.#isTimed) return;
    const [first] = this.#queue;
    if (!first) return;
    const now = new Date();
    while (this.#recent[0] && +now - +this.#recent[0] >= this.#ms) this.#recent.shift();
    if (this.#recent.length >= this.#n) {
      this.#isTimed = true;
      setTimeout(
        () => {
          this.#isTimed = false;
          this.#next();
        },
        +(this.#recent[0] ?? now) + this.#ms - +now,
      );
      return;
    }
    this.#recent.push(now);
    this.#queue.shift()?.resolve();
    // What was let in computes first, perhaps.
    queueMicrotask(() => queueMicrotask(() => queueMicrotask(() => this.#next())));
  }
}

interface PromiseWithResolvers {
  resolve: () => void;
}

export function rate(n: number, ms: number) {
  check(n, ms);
  const limit = new Limit(n, ms);
  return async <T>(f: Io<T>): Promise<T> => {
    await limit.enter();
    return await f();
  };
}

function check(n: number, ms: number): void {
  if (!(Number.isInteger(n) || n === Infinity) || n < 1)
    throw new RangeError('n: a whole number, or Infinity');
  if (!(ms >= 1 && ms < Infinity)) throw new RangeError('ms: at least 1, and finite');
}
