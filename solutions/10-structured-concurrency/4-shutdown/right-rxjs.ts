// A number that can be watched: the first 0 after the close is the end.
import { BehaviorSubject, filter, firstValueFrom, NEVER, takeUntil, tap, timer } from 'rxjs';

export class Door {
  readonly #grace: number;
  readonly #inside = new BehaviorSubject(0);
  readonly #controller = new AbortController();
  #closed: Promise<number> | undefined;

  constructor(grace: number) {
    if (!(grace >= 0)) throw new RangeError('No such grace');
    this.#grace = grace;
  }

  async run<T>(work: (signal: AbortSignal) => Promise<T>): Promise<T> {
    if (this.#closed) throw new Error('the door is closed');
    this.#inside.next(this.#inside.value + 1);
    try {
      return await work(this.#controller.signal);
    } finally {
      this.#inside.next(this.#inside.value - 1);
    }
  }

  close(): Promise<number> {
    this.#closed ??= this.#watch();
    return this.#closed;
  }

  async #watch(): Promise<number> {
    const empty = this.#inside.pipe(filter((inside) => inside === 0));
    let told = 0;
    const grace = this.#grace === Infinity ? NEVER : timer(this.#grace);
    const insist = () => {
      told = this.#inside.value;
      this.#controller.abort();
    };
    grace.pipe(tap(insist), takeUntil(empty)).subscribe();
    await firstValueFrom(empty);
    return told;
  }
}
