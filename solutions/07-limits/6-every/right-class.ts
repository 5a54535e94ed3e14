// A class that is told to stop.
type Op<T> = (signal: AbortSignal) => Promise<T>;

class Beat {
  readonly #ms: number;
  readonly #start = performance.now();
  #count = 0;
  #wake: (() => void) | undefined;
  #timer: NodeJS.Timeout | undefined;

  constructor(ms: number) {
    if (!(ms >= 1 && ms < Infinity)) throw new RangeError('ms: at least 1, and finite');
    this.#ms = ms;
  }

  next(): Promise<void> {
    const now = performance.now() - this.#start;
    this.#count = Math.max(this.#count + 1, Math.ceil(now / this.#ms));
    return new Promise((resolve) => {
      this.#wake = resolve;
      // A whole number, rounded up: so it does not fire early.
      this.#timer = setTimeout(resolve, Math.ceil(this.#count * this.#ms - now));
    });
  }

  stop = (): void => {
    clearTimeout(this.#timer);
    this.#wake?.();
  };
}

export async function every(ms: number, f: Op<unknown>, signal: AbortSignal): Promise<void> {
  const beat = new Beat(ms);
  signal.addEventListener('abort', beat.stop);
  try {
    while (!signal.aborted) {
      await f(signal);
      if (!signal.aborted) await beat.next();
    }
  } catch (error) {
    if (!signal.aborted) throw error;
  } finally {
    signal.removeEventListener('abort', beat.stop);
  }
}
