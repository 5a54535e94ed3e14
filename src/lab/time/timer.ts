import { AsyncResource } from 'node:async_hooks';
import type { Place } from '../trace/place.ts';
import type { Times } from '../trace/trace.ts';
import type { VirtualClock } from './clock.ts';

/**
 * Whose timer it is: the learner's; a package's, which calls its handlers in the next turn; or the lab's own (a job
 * at work, an event from outside). A package that sets a longer one does so because it was told to.
 */
export type Owner = 'learner' | 'package' | 'lab';

export type TimerKind = 'timeout' | 'interval' | 'immediate' | 'AbortSignal.timeout';

const ON_TIME: readonly Times[] = [];

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
  /** Where it was set, as far as that is remembered. */
  readonly place: Place | undefined;
  dueAt: number;
  fired = 0;
  /** From when to when it was due and could not fire. */
  late: readonly Times[] = ON_TIME;
  clearedAt: number | null = null;
  /** What fake-timers knows it by, while it is armed. */
  fakeId = 0;
  /** Its place in the list of those that are armed, while it is in it. */
  slot: number | undefined;
  readonly #clock: VirtualClock;
  readonly callback: Callback;
  readonly #args: readonly unknown[];
  readonly #context: AsyncResource | undefined;
  #refed = true;

  constructor(
    clock: VirtualClock,
    id: number,
    kind: TimerKind,
    owner: Owner,
    delay: number,
    callback: Callback,
    args: readonly unknown[],
    place: Place | undefined,
  ) {
    this.#clock = clock;
    this.id = id;
    this.kind = kind;
    this.owner = owner;
    this.delay = delay;
    this.armedAt = clock.now;
    this.dueAt = clock.now + delay;
    this.callback = callback;
    this.#args = args;
    this.place = place;
    // A fake timer would forget every AsyncLocalStorage; a real one does not. What the lab's own timers
    // call brings its own along.
    this.#context = owner === 'lab' ? undefined : new AsyncResource(kind);
  }

  fire(): void {
    this.fired++;
    const { now } = this.#clock;
    if (now > this.dueAt && this.kind !== 'immediate')
      this.late = [...this.late, [this.dueAt, now]];
    if (this.#context) this.#context.runInAsyncScope(this.callback, this, ...this.#args);
    else this.callback();
  }

  ref(): this {
    this.#refed = true;
    return this;
  }

  unref(): this {
    this.#refed = false;
    this.#clock.hasUnrefed = true;
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
