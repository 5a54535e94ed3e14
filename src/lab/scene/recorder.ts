import type { VirtualClock } from '../time/clock.ts';
import type { Outside, UnhandledErrors } from '../time/run-context.ts';
import type { Timer } from '../time/timer.ts';
import type { Place } from '../trace/place.ts';
import type {
  Ending,
  IoCall,
  Mark,
  Moment,
  Offer,
  Span,
  SpanKind,
  Uncaught,
  Unhandled,
} from '../trace/trace.ts';
import { LateAborts } from './late-aborts.ts';

type Writable<T> = { -readonly [K in keyof T]: T[K] };

/** Unhandled errors in one run, before they are said to come forever. */
export const MOST_UNHANDLED = 1000;

/** How a package calls its handlers is its own affair. */
const isAskedFor = ({ owner, kind }: Timer) =>
  owner === 'learner' || (owner === 'package' && kind !== 'immediate');

/** Calls of functions of the world outside that are kept: one is enough to know. */
const MOST_IO = 20;

/** The same for what code prints. */
const MOST_PRINTED = 100;

/** Writes down what happens in a run, in the one order in which it happens. */
export class Recorder implements UnhandledErrors, Outside {
  readonly spans: Writable<Span>[] = [];
  readonly offers: Offer[] = [];
  readonly marks: Mark[] = [];
  readonly timers: Timer[] = [];
  readonly unhandled: (Writable<Unhandled> & { readonly promise: Promise<unknown> })[] = [];
  readonly uncaught: Uncaught[] = [];
  readonly io: (Omit<IoCall, 'place'> & { readonly place: Place })[] = [];
  readonly printed: string[] = [];
  /** Listeners of the lab's own work. */
  readonly listeners = new WeakSet<object>();
  readonly lateAborts = new LateAborts(() => this.now(), this.listeners);
  readonly #clock: VirtualClock;
  #order = 0;
  #unhandledCount = 0;
  /** Called with the unhandled error that is one too many. */
  onTooMany: (error: unknown) => void = () => {};

  constructor(clock: VirtualClock) {
    this.#clock = clock;
    clock.onSet = (timer) => {
      if (isAskedFor(timer)) this.timers.push(timer);
    };
    clock.onThrow = (error) => this.throw(error);
  }

  /** How many things were recorded: it stands still while nothing that counts happens. */
  get recorded(): number {
    return this.#order;
  }

  now(): Moment {
    return { at: this.#clock.now, order: this.#order++ };
  }

  offer(name: string, takes: number): void {
    this.offers.push({ name, made: this.now(), takes });
  }

  start(name: string, kind: SpanKind): Writable<Span> {
    const span = {
      name,
      kind,
      start: this.now(),
      aborted: null,
      ready: null,
      end: null,
      ending: 'running' as const,
    };
    this.spans.push(span);
    return span;
  }

  /** @param ready when its work was over, in ms; now unless told */
  end(span: Writable<Span>, ending: Ending, ready = this.#clock.now): void {
    span.end = this.now();
    span.ending = ending;
    span.ready = ready;
  }

  mark(line: string, kind: Mark['kind'], due = this.#clock.now): void {
    this.marks.push({ ...this.now(), line, kind, due });
  }

  /** A heartbeat that was due at this ms and beats now. */
  beat(name: string, due: number): void {
    const span = this.start(name, 'beat');
    span.start = { ...span.start, at: due };
    this.end(span, 'done', due);
  }

  call(name: string, place: Place): void {
    if (this.io.length < MOST_IO) this.io.push({ ...this.now(), name, place });
  }

  print(line: string): void {
    if (this.printed.length < MOST_PRINTED) this.printed.push(line);
  }

  block(name: string, ms: number): void {
    const span = this.start(name, 'burn');
    this.#clock.burn(ms);
    this.end(span, 'done');
    span.blocks = true;
  }

  get hasThreads(): boolean {
    return this.io.some(({ name }) => name === 'new Worker');
  }

  reject(promise: Promise<unknown>, error: unknown): void {
    this.unhandled.push({ ...this.now(), error, handledAt: null, promise });
    this.#count(error);
  }

  handle(promise: Promise<unknown>): boolean {
    const known = this.unhandled.find((entry) => entry.promise === promise);
    if (!known) return false;
    known.handledAt = this.#clock.now;
    this.#unhandledCount--;
    return true;
  }

  throw(error: unknown): void {
    this.uncaught.push({ ...this.now(), error });
    this.#count(error);
  }

  #count(error: unknown): void {
    if (++this.#unhandledCount === MOST_UNHANDLED) this.onTooMany(error);
  }
}
