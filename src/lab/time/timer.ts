import { AsyncResource } from 'node:async_hooks';
import { isCalledByCode, type Place } from '../trace/place.ts';
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

/** With what a timer is set. */
interface Setting {
  readonly clock: VirtualClock;
  readonly id: number;
  readonly kind: TimerKind;
  readonly owner: Owner;
  readonly delay: number;
  readonly callback: Callback;
  readonly args: readonly unknown[];
  readonly place: Place | undefined;
}

/** What all of them have in common. */
export abstract class Timer {
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
  /** Somebody has cleared it, even if it had fired: it never will again. */
  isCleared = false;
  /** Code has asked it for its `then()`, as `await` does: it was taken for a promise. What a callback returns is asked by nobody's code. */
  isAwaited = false;
  /** It has fired, its callback is over, and nobody has set it again meanwhile. */
  isDone = false;
  /** While it is armed: the list in which it is, and its neighbours there. */
  list: object | undefined;
  before: Timer | undefined;
  after: Timer | undefined;
  protected readonly clock: VirtualClock;
  readonly callback: Callback;
  readonly #args: readonly unknown[];
  #context: AsyncResource | undefined;
  #refed = true;

  constructor({ clock, id, kind, owner, delay, callback, args, place }: Setting) {
    this.clock = clock;
    this.id = id;
    this.kind = kind;
    this.owner = owner;
    this.delay = delay;
    this.armedAt = clock.now;
    this.dueAt = clock.now + delay;
    this.callback = callback;
    this.#args = args;
    this.place = place;
    this.takeContext();
  }

  /** A virtual timer would forget every AsyncLocalStorage; a real one does not. */
  takeContext(): void {
    this.#context = new AsyncResource(this.owner === 'lab' ? 'lab' : this.kind);
  }

  fire(): void {
    this.fired++;
    const { now } = this.clock;
    if (now > this.dueAt && this.kind !== 'immediate')
      this.late = [...this.late, [this.dueAt, now]];
    this.#context?.runInAsyncScope(this.callback, this, ...this.#args);
  }

  /** Node's own object has none: `await` looks for one, finds nothing, and goes on. */
  // biome-ignore lint/suspicious/noThenProperty: it is never a function, only noticed
  get then(): undefined {
    this.isAwaited ||= isCalledByCode();
    return undefined;
  }

  ref(): this {
    this.#refed = true;
    return this;
  }

  unref(): this {
    this.#refed = false;
    this.clock.hasUnrefed = true;
    return this;
  }

  hasRef(): boolean {
    return this.#refed;
  }

  /** Node does not wait for it, but for the thread or the process that it is an event of: as long as that is ref'd. */
  leaveToOwner(): this {
    this.#refed = false;
    return this;
  }

  [Symbol.dispose](): void {
    this.clock.disarm(this);
  }
}

/** What `setTimeout` and `setInterval` give: the methods of Node's own objects. */
export class Timeout extends Timer {
  /** In Node 20, the constructor that there is without this one spreads a list, and code may have changed how. */
  constructor(setting: Setting) {
    super(setting);
  }

  refresh(): this {
    this.clock.rearm(this);
    return this;
  }

  close(): this {
    this.clock.disarm(this);
    return this;
  }

  [Symbol.toPrimitive](): number {
    this.clock.know(this);
    return this.id;
  }
}

/** What `setImmediate` gives. */
export class Immediate extends Timer {
  /** As that of Timeout. */
  constructor(setting: Setting) {
    super(setting);
  }
}
