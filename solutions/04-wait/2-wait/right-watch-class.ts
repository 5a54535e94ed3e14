// A class that records outcomes; `wait` asks it after each arrival, and sleeps between them.
type ReturnWhen = 'ALL_COMPLETED' | 'FIRST_COMPLETED' | 'FIRST_EXCEPTION';

interface Options {
  returnWhen?: ReturnWhen;
  /** In ms; without it, there is no limit. */
  timeout?: number;
}

interface Result<T> {
  done: Set<Promise<T>>;
  pending: Set<Promise<T>>;
}

class Watch<T> {
  readonly settled = new Set<Promise<T>>();
  readonly all: readonly Promise<T>[];
  hasRejection = false;
  #wake = () => {};

  constructor(promises: Iterable<Promise<T>>) {
    this.all = [...new Set(promises)];
    for (const promise of this.all) this.#record(promise);
  }

  async #record(promise: Promise<T>) {
    try {
      await promise;
    } catch {
      this.hasRejection = true;
    }
    this.settled.add(promise);
    this.#wake();
  }

  next() {
    return new Promise<void>((resolve) => {
      this.#wake = resolve;
    });
  }

  isEnough(mode: ReturnWhen) {
    if (mode === 'FIRST_COMPLETED' && this.settled.size > 0) return true;
    if (mode === 'FIRST_EXCEPTION' && this.hasRejection) return true;
    return this.settled.size === this.all.length;
  }
}

export async function wait<T>(promises: Iterable<Promise<T>>, options?: Options) {
  const watch = new Watch(promises);
  if (watch.all.length === 0) throw new TypeError('nothing to wait for');
  const mode = options?.returnWhen ?? 'ALL_COMPLETED';
  let isLate = false;
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<void>((resolve) => {
    if (options?.timeout === undefined) return;
    timer = setTimeout(() => {
      isLate = true;
      resolve();
    }, options.timeout);
  });
  while (!watch.isEnough(mode) && !isLate) await Promise.race([watch.next(), late]);
  clearTimeout(timer);
  const done = new Set(watch.settled);
  return { done, pending: new Set(watch.all.filter((promise) => !done.has(promise))) };
}
