// A class that makes its signal, and sets its timer, when the signal is first asked for.
import { AsyncLocalStorage } from 'node:async_hooks';

class Deadline {
  readonly #own = new AbortController();
  readonly #at: number;
  #timer: NodeJS.Timeout | undefined;

  constructor(ms: number, outer: Deadline | undefined) {
    this.#at = Math.min(performance.now() + ms, outer ? outer.#at : Infinity);
  }

  get left(): number {
    return Math.max(0, this.#at - performance.now());
  }

  get signal(): AbortSignal {
    if (this.left === 0) this.#own.abort();
    else if (this.left < Infinity) this.#timer ??= setTimeout(() => this.#own.abort(), this.left);
    return this.#own.signal;
  }

  end(): void {
    clearTimeout(this.#timer);
  }
}

const deadlines = new AsyncLocalStorage<Deadline>();

export async function withDeadline<T>(ms: number, f: () => Promise<T>): Promise<T> {
  if (!(ms >= 0)) throw new RangeError(`there is no limit of ${ms} ms`);
  const deadline = new Deadline(ms, deadlines.getStore());
  try {
    return await deadlines.run(deadline, f);
  } finally {
    deadline.end();
  }
}

export function deadlineSignal(): AbortSignal | undefined {
  return deadlines.getStore()?.signal;
}

export function timeLeft(): number {
  return deadlines.getStore()?.left ?? Infinity;
}
