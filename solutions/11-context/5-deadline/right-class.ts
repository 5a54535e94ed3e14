// A class whose objects know those within them: each one tells them when its time is up.
import { AsyncLocalStorage } from 'node:async_hooks';

class Deadline {
  static readonly current = new AsyncLocalStorage<Deadline>();

  readonly #controller = new AbortController();
  readonly within = new Set<Deadline>();
  readonly #outer = Deadline.current.getStore();
  readonly #at: number;
  #timer: NodeJS.Timeout | undefined;

  constructor(ms: number) {
    this.#at = performance.now() + ms;
    if (ms !== Infinity) this.#timer = setTimeout(() => this.tell(), ms);
    this.#outer?.within.add(this);
    if (this.#outer?.signal.aborted) this.tell();
  }

  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  get left(): number {
    const own = Math.max(this.#at - performance.now(), 0);
    return this.#outer ? Math.min(own, this.#outer.left) : own;
  }

  tell(): void {
    this.#controller.abort();
    for (const one of this.within) one.tell();
  }

  end(): void {
    clearTimeout(this.#timer);
    this.#outer?.within.delete(this);
  }
}

export async function withDeadline<T>(ms: number, f: () => Promise<T>): Promise<T> {
  if (Number.isNaN(ms) || ms < 0) throw new RangeError('a limit is a number from 0 on');
  const deadline = new Deadline(ms);
  try {
    return await Deadline.current.run(deadline, f);
  } finally {
    deadline.end();
  }
}

export function deadlineSignal(): AbortSignal | undefined {
  return Deadline.current.getStore()?.signal;
}

export function timeLeft(): number {
  return Deadline.current.getStore()?.left ?? Infinity;
}
