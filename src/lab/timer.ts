import { AsyncResource } from 'node:async_hooks';
import type { VirtualClock } from './clock.ts';

/** Timers beyond this many do without a remembered place: taking a stack costs more than a timer. */
const PLACES_REMEMBERED = 1000;

/** Whose timer it is: the learner's, or the lab's own (a job at work, an event from outside). */
export type Owner = 'learner' | 'lab';

export type TimerKind = 'timeout' | 'interval' | 'immediate' | 'AbortSignal.timeout';

export type Callback = (...args: unknown[]) => unknown;

/** What `setTimeout`, `setInterval` and `setImmediate` give: the methods of Node's own objects. */
export class Timer {
  readonly kind: TimerKind;
  readonly owner: Owner;
  readonly id: number;
  /** Virtual ms at which it was set. */
  readonly armedAt: number;
  /** Milliseconds asked for; at least 1, as in Node. */
  readonly delay: number;
  /** Where it was set; only its stack is of interest. */
  readonly place: Error | undefined;
  dueAt: number;
  fired = 0;
  /** From when to when it was due and could not fire. */
  readonly late: (readonly [due: number, fired: number])[] = [];
  clearedAt: number | null = null;
  readonly #clock: VirtualClock;
  readonly #callback: Callback;
  readonly #args: readonly unknown[];
  readonly #context: AsyncResource;
  #refed = true;

  constructor(
    clock: VirtualClock,
    id: number,
    kind: TimerKind,
    owner: Owner,
    delay: number,
    callback: Callback,
    args: readonly unknown[],
  ) {
    this.#clock = clock;
    this.id = id;
    this.kind = kind;
    this.owner = owner;
    this.delay = delay;
    this.armedAt = clock.now;
    this.dueAt = clock.now + delay;
    this.#callback = callback;
    this.#args = args;
    // A fake timer would forget every AsyncLocalStorage; a real one does not.
    this.#context = new AsyncResource(kind);
    this.place = owner === 'learner' && id <= PLACES_REMEMBERED ? new Error(kind) : undefined;
  }

  fire(): void {
    this.fired++;
    const { now } = this.#clock;
    if (now > this.dueAt && this.kind !== 'immediate') this.late.push([this.dueAt, now]);
    this.#context.runInAsyncScope(this.#callback, this, ...this.#args);
  }

  ref(): this {
    this.#refed = true;
    return this;
  }

  unref(): this {
    this.#refed = false;
    return this;
  }

  hasRef(): boolean {
    return this.#refed;
  }

  refresh(): this {
    this.#clock.rearm(this);
    return this;
  }

  close(): this {
    this.#clock.disarm(this);
    return this;
  }

  [Symbol.toPrimitive](): number {
    return this.id;
  }

  [Symbol.dispose](): void {
    this.#clock.disarm(this);
  }
}
