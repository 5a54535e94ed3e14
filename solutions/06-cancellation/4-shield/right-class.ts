// A class for the caller who waits: it is the listener of the signal, and knows to whom a failure goes.
class Caller<T> {
  readonly waits: Promise<T>;
  tell: (error: unknown) => void = () => {};
  #resolve: (value: T) => void = () => {};
  readonly #signal: AbortSignal;
  readonly #onLost: (error: unknown) => void;

  constructor(signal: AbortSignal, onLost: (error: unknown) => void) {
    this.#signal = signal;
    this.#onLost = onLost;
    this.waits = new Promise((resolve, reject) => {
      this.#resolve = resolve;
      this.tell = reject;
    });
  }

  handleEvent() {
    this.tell(this.#signal.reason);
    this.tell = this.#onLost;
  }

  async serve(work: () => Promise<T>) {
    this.#signal.addEventListener('abort', this);
    try {
      this.#resolve(await work());
    } catch (error) {
      this.tell(error);
    } finally {
      this.#signal.removeEventListener('abort', this);
    }
  }
}

export async function shield<T>(
  work: () => Promise<T>,
  signal: AbortSignal,
  onLost: (error: unknown) => void,
): Promise<T> {
  signal.throwIfAborted();
  const caller = new Caller<T>(signal, onLost);
  caller.serve(work);
  return caller.waits;
}
