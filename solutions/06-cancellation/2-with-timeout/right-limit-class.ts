// A class for the limit: it knows whether the time is up, and it can be dismissed.
class TimeoutError extends Error {
  override name = 'TimeoutError';
}

class Limit {
  readonly #controller = new AbortController();
  readonly #timer: NodeJS.Timeout | undefined;

  constructor(ms: number) {
    if (ms === Infinity) return;
    this.#timer = setTimeout(
      () => this.#controller.abort(new TimeoutError(`It took more than ${ms} ms`)),
      ms,
    );
  }

  get signal() {
    return this.#controller.signal;
  }

  dismiss() {
    clearTimeout(this.#timer);
  }
}

type Op<T> = (signal: AbortSignal) => Promise<T>;

export async function withTimeout<T>(op: Op<T>, ms: number): Promise<T> {
  const limit = new Limit(ms);
  const end = await Promise.allSettled([(async () => op(limit.signal))()]);
  limit.dismiss();
  const [result] = end;
  if (result.status === 'fulfilled') return result.value;
  limit.signal.throwIfAborted();
  throw result.reason;
}
