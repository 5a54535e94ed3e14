// A class for a running step: it knows its causes, and can be dismissed. A pause is a step that never ends by itself.
type Op<T> = (signal: AbortSignal) => Promise<T>;

const NOBODY = new AbortController().signal;

class Step {
  readonly #controller = new AbortController();
  readonly #caller: AbortSignal;
  #timer: NodeJS.Timeout | undefined;

  constructor(caller: AbortSignal) {
    this.#caller = caller;
    caller.addEventListener('abort', this);
  }

  get signal() {
    return this.#controller.signal;
  }

  handleEvent() {
    this.#controller.abort(this.#caller.reason);
  }

  limitTo(ms: number) {
    if (!Number.isFinite(ms)) return;
    const late = new DOMException(`Stopped after ${ms} ms`, 'TimeoutError');
    this.#timer = setTimeout(() => this.#controller.abort(late), ms);
  }

  dismiss() {
    clearTimeout(this.#timer);
    this.#caller.removeEventListener('abort', this);
  }
}

export class Deadline {
  #when: bigint | undefined;
  #caller: AbortSignal;

  constructor(ms: number, caller = NOBODY) {
    Deadline.#check(ms);
    if (ms !== Infinity) this.#when = process.hrtime.bigint() + BigInt(ms) * 1_000_000n;
    this.#caller = caller;
  }

  left(): number {
    if (this.#when === undefined) return Infinity;
    return Math.max(0, Number(this.#when - process.hrtime.bigint()) / 1e6);
  }

  async run<T>(op: Op<T>, limit = Infinity): Promise<T> {
    Deadline.#check(limit);
    this.#caller.throwIfAborted();
    if (!this.left()) throw new DOMException('Over', 'TimeoutError');
    const step = new Step(this.#caller);
    step.limitTo(Math.min(limit, this.left()));
    const [end] = await Promise.allSettled([(async () => op(step.signal))()]);
    step.dismiss();
    if (end.status === 'fulfilled') return end.value;
    step.signal.throwIfAborted();
    throw end.reason;
  }

  async pause(ms: number): Promise<void> {
    Deadline.#check(ms);
    this.#caller.throwIfAborted();
    if (ms >= this.left()) throw new DOMException('Over before its end', 'TimeoutError');
    const step = new Step(this.#caller);
    step.limitTo(ms);
    await new Promise((resolve) => step.signal.addEventListener('abort', resolve));
    step.dismiss();
    this.#caller.throwIfAborted();
  }

  static #check(ms: number) {
    if (!(ms >= 1)) throw new RangeError(`Odd: ${ms}`);
  }
}
