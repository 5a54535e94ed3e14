// The causes are streams of rxjs: the first one aborts (a second abort does nothing), and the end of the step unsubscribes.
import { fromEvent, map, merge, NEVER, type Observable, take, timer } from 'rxjs';

type Op<T> = (signal: AbortSignal) => Promise<T>;

const late = () => new DOMException('The time is up', 'TimeoutError');

export class Deadline {
  readonly #end: number;
  readonly #signal: AbortSignal | undefined;
  readonly #quits: Observable<unknown>;

  constructor(ms: number, signal?: AbortSignal) {
    atLeast1(ms);
    this.#end = Date.now() + ms;
    this.#signal = signal;
    this.#quits = signal ? fromEvent(signal, 'abort').pipe(map(() => signal.reason)) : NEVER;
  }

  left(): number {
    return Math.max(0, this.#end - Date.now());
  }

  async run<T>(op: Op<T>, limit = Infinity): Promise<T> {
    atLeast1(limit);
    this.#signal?.throwIfAborted();
    const left = this.left();
    if (left === 0) throw late();
    const controller = new AbortController();
    const ms = Math.min(limit, left);
    const expires = ms === Infinity ? NEVER : timer(ms).pipe(map(late));
    const causes = merge(this.#quits, expires);
    const subscription = causes.subscribe((reason) => controller.abort(reason));
    try {
      return await op(controller.signal);
    } catch (error) {
      controller.signal.throwIfAborted();
      throw error;
    } finally {
      subscription.unsubscribe();
    }
  }

  async pause(ms: number): Promise<void> {
    atLeast1(ms);
    this.#signal?.throwIfAborted();
    if (ms >= this.left()) throw late();
    await new Promise<void>((resolve, reject) => {
      const ends = merge(
        timer(ms).pipe(map(() => resolve)),
        this.#quits.pipe(map((reason) => () => reject(reason))),
      );
      ends.pipe(take(1)).subscribe((settle) => settle());
    });
  }
}

function atLeast1(ms: number) {
  if (!(ms >= 1)) throw new RangeError(`too short: ${ms}`);
}
