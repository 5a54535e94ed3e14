// A class for one run: it knows what it has started, and each event calls one of its methods.
type Op<T> = (signal: AbortSignal) => Promise<T>;

class Run<T> {
  readonly #attempts: Op<T>[];
  readonly #delay: number;
  readonly #started: { controller: AbortController; promise: Promise<T> }[] = [];
  #timer: NodeJS.Timeout | undefined;
  #winner: Promise<T> | undefined;
  #decide: () => void = () => {};
  readonly #decided = new Promise<void>((resolve) => {
    this.#decide = resolve;
  });

  constructor(attempts: Op<T>[], delay: number) {
    this.#attempts = attempts;
    this.#delay = delay;
  }

  async result(): Promise<T> {
    this.#next();
    await this.#decided;
    const promises = this.#started.map(({ promise }) => promise);
    await Promise.allSettled(promises);
    return this.#winner ?? Promise.any(promises);
  }

  #next() {
    clearTimeout(this.#timer);
    const attempt = this.#attempts[this.#started.length];
    if (!attempt) return this.#decide();
    this.#timer = setTimeout(() => this.#next(), this.#delay);
    const controller = new AbortController();
    const promise = Promise.resolve().then(() => attempt(controller.signal));
    const entry = { controller, promise };
    this.#started.push(entry);
    promise.then(
      () => this.#succeed(promise),
      () => this.#fail(entry),
    );
  }

  #succeed(promise: Promise<T>) {
    if (this.#winner) return;
    this.#winner = promise;
    clearTimeout(this.#timer);
    for (const other of this.#started) if (other.promise !== promise) other.controller.abort();
    this.#decide();
  }

  #fail(entry: { controller: AbortController; promise: Promise<T> }) {
    if (!this.#winner && entry === this.#started.at(-1)) this.#next();
  }
}

export const staggered = <T>(attempts: Op<T>[], delay: number): Promise<T> =>
  new Run(attempts, delay).result();
