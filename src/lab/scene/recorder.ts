import type { VirtualClock } from '../time/clock.ts';
import type { Outside, UnhandledErrors } from '../time/run-context.ts';
import type { Timer } from '../time/timer.ts';
import { wasEmitted } from '../trace/emitted.ts';
import type { Place } from '../trace/place.ts';
import type {
  Deal,
  Ending,
  IoCall,
  Level,
  Mark,
  Moment,
  Offer,
  Ran,
  Span,
  SpanKind,
  Uncaught,
  Unhandled,
} from '../trace/trace.ts';
import { blocks } from './blocks.ts';
import { LateAborts } from './late-aborts.ts';

type Writable<T> = { -readonly [K in keyof T]: T[K] };

/** Of each member of a union. */
type WithoutMoment<T> = T extends Moment ? Omit<T, keyof Moment> : never;

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
  readonly spans: Writable<Span>[];
  readonly offers: Offer[];
  readonly marks: Mark[];
  readonly deals: Deal[];
  readonly levels: Level[];
  readonly contexts: Ran[];
  tree: readonly string[] | undefined;
  readonly timers: Timer[] = [];
  readonly unhandled: (Writable<Unhandled> & { readonly promise: Promise<unknown> })[] = [];
  readonly uncaught: Uncaught[] = [];
  readonly io: (Omit<IoCall, 'place'> & { readonly place: Place })[] = [];
  readonly printed: string[] = [];
  /** Listeners of the lab's own work. */
  readonly listeners = new WeakSet<object>();
  readonly lateAborts = new LateAborts(() => this.now(), this.listeners);
  readonly #clock: VirtualClock;
  readonly #thread: string | undefined;
  readonly #count: { recorded: number };
  #unhandledCount = 0;
  /** Called with the unhandled error that is one too many. */
  onTooMany: (error: unknown) => void = () => {};

  /** @param of the recorder of the run, for a thread of it, which has a name and a clock of its own */
  constructor(clock: VirtualClock, of?: { recorder: Recorder; thread: string }) {
    this.#clock = clock;
    this.#thread = of?.thread;
    this.#count = of ? of.recorder.#count : { recorded: 0 };
    this.spans = of?.recorder.spans ?? [];
    this.offers = of?.recorder.offers ?? [];
    this.marks = of?.recorder.marks ?? [];
    this.deals = of?.recorder.deals ?? [];
    this.levels = of?.recorder.levels ?? [];
    this.contexts = of?.recorder.contexts ?? [];
    clock.onSet = (timer) => {
      if (isAskedFor(timer)) this.timers.push(timer);
    };
    clock.onThrow = (error) => this.throw(error);
  }

  /** How many things were recorded: it stands still while nothing that counts happens. */
  get recorded(): number {
    return this.#count.recorded;
  }

  now(): Moment {
    return { at: this.#clock.now, order: this.#count.recorded++ };
  }

  offer(name: string, takes: number): void {
    this.offers.push({ name, made: this.now(), takes });
  }

  start(name: string, kind: SpanKind): Writable<Span> {
    const within = blocks.getStore();
    const span = {
      name,
      kind,
      start: this.now(),
      aborted: null,
      ready: null,
      end: null,
      ending: 'running' as const,
      ...(within !== undefined && { within }),
      ...(this.#thread !== undefined && { thread: this.#thread }),
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
    const thread = this.#thread;
    this.marks.push({ ...this.now(), line, kind, due, ...(thread !== undefined && { thread }) });
  }

  deal(step: WithoutMoment<Deal>): void {
    this.deals.push({ ...this.now(), ...step });
  }

  level(name: string, amount: number): void {
    this.levels.push({ ...this.now(), name, amount });
  }

  ran(what: string, context: unknown): void {
    this.contexts.push({ ...this.now(), what, context });
  }

  read(what: string, value: unknown): void {
    this.contexts.push({ ...this.now(), what, context: value, isRead: true });
  }

  /** Of a thread that was ended at this ms: what it did after that has not happened. */
  takeBack(at: number): void {
    const isOfOthers = ({ thread }: { thread?: string }) => thread !== this.#thread;
    keep(this.marks, (mark) => isOfOthers(mark) || mark.at <= at);
    keep(this.spans, (span) => isOfOthers(span) || span.start.at <= at);
    for (const span of this.spans) {
      if (isOfOthers(span) || span.kind === 'life' || (span.end && span.end.at <= at)) continue;
      span.aborted = span.end = { ...this.now(), at };
      span.ending = 'aborted';
      span.ready = null;
      delete span.error;
    }
  }

  /** With threads, what is recorded first may come later: each is ahead of the others while it computes. */
  sortByTime(...others: Moment[]): void {
    const { spans, offers, marks, deals, levels, contexts, unhandled, uncaught, io } = this;
    const ofSpans = spans.flatMap(({ start, aborted, end, toldLater }) => [
      start,
      aborted,
      end,
      toldLater,
    ]);
    const made = offers.map((offer) => offer.made);
    const noted = [...marks, ...deals, ...levels, ...contexts];
    const all: (Writable<Moment> | null | undefined)[] = [
      ...[...ofSpans, ...made, ...noted, ...unhandled, ...uncaught, ...io, ...others],
    ];
    const moments = [...new Set(all)].filter((moment) => moment != null);
    moments.sort((a, b) => a.at - b.at || a.order - b.order);
    for (const [order, moment] of moments.entries()) moment.order = order;
    spans.sort((a, b) => a.start.order - b.start.order);
    for (const list of [marks, deals, levels, contexts]) list.sort((a, b) => a.order - b.order);
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
    this.#countUnhandled(error);
  }

  handle(promise: Promise<unknown>): boolean {
    const known = this.unhandled.find((entry) => entry.promise === promise);
    if (!known) return false;
    known.handledAt = this.#clock.now;
    this.#unhandledCount--;
    return true;
  }

  throw(error: unknown): void {
    this.uncaught.push({ ...this.now(), error, ...(wasEmitted(error) && { wasEmitted: true }) });
    this.#countUnhandled(error);
  }

  #countUnhandled(error: unknown): void {
    if (++this.#unhandledCount === MOST_UNHANDLED) this.onTooMany(error);
  }
}

function keep<T>(list: T[], isKept: (item: T) => boolean): void {
  list.splice(0, list.length, ...list.filter(isKept));
}
