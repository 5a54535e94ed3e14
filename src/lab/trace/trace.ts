/**
 * What was seen of one run, as plain data: verdicts judge it, pictures draw it, and two runs of the
 * same scenario give the same trace. All times are virtual milliseconds since the run began.
 */
export interface Trace {
  /** How the scenario's own promise ended. */
  readonly outcome: Outcome;
  /** When the scenario's call gave control back, before anything was awaited. */
  readonly returned: Moment;
  /** Every piece of instrumented work in the order in which it was started. */
  readonly spans: readonly Span[];
  /** Work that was handed out, whether or not anybody started it. */
  readonly offers: readonly Offer[];
  /** Lines logged and events from outside, in order. */
  readonly marks: readonly Mark[];
  /** What was handed on, step by step. */
  readonly deals: readonly Deal[];
  /** How much there was of something, each time the scene noted it. */
  readonly levels: readonly Level[];
  /** What ran in which context, each time the scene noted it. */
  readonly contexts: readonly Ran[];
  /** The lines of the tree of spans that the learner's code gave, where the scene asked for one. */
  readonly tree?: readonly string[] | undefined;
  /** Every timer that the learner's code set. */
  readonly timers: readonly TimerRecord[];
  /** Rejections that nobody was listening to when they happened. */
  readonly unhandled: readonly Unhandled[];
  /** Errors thrown where nobody could catch them: in a timer's callback, in `nextTick`. */
  readonly uncaught: readonly Uncaught[];
  /** Calls of functions for which real time has to pass, by the learner's code. */
  readonly io: readonly IoCall[];
  /** Lines that went to the terminal in place of a `log` that was passed in. */
  readonly printed: readonly string[];
  /** Whether the scene made an AbortController. */
  readonly hasSignal: boolean;
  /** What was still there when the outcome was known. */
  readonly left: readonly LooseEnd[];
  /** Stretches in which our own code ran and the event loop did not turn. */
  readonly silences: readonly Times[];
  /** When each message was sent by way of a `MessagePort`, in ms. */
  readonly messages: readonly number[];
  /** The schedule to reach, where the scenario has one. */
  readonly plan: Plan | null;
  /** Of calls that never settle: those that wait for each other. Without any one of them, all others settle. */
  readonly circle?: readonly string[];
  /** What the scene says where it is stuck. */
  readonly ifStuck?: string | undefined;
  /** What the scene says where it is stuck, and a thread has ended. */
  readonly ifEnded?: string | undefined;
}

/** When each piece of work starts and ends; a list where it is called often. The caller may be in it too. */
export type Plan = Readonly<Record<string, Planned | readonly Planned[]>>;

/** From when to when, in ms, and how it ends where it is not simply done. */
export type Planned = readonly [start: number, end: number, how?: PlannedEnding];

/** For the picture, and for what a failure says of it: `toAbort` and `toFailWith` hold a run to it. */
export interface PlannedEnding {
  /** When it is to be told to stop, in ms. */
  readonly aborted?: number;
  /** For calls; work that is made to fail does so in the plan as well, unless this is false. */
  readonly fails?: boolean;
  /** It needs the CPU, also where no run of it has shown that. */
  readonly computes?: boolean;
}

export type Times = readonly [start: number, end: number];

/** A point in the run; `order` counts everything recorded, and tells apart what one ms holds. */
export interface Moment {
  readonly at: number;
  readonly order: number;
}

export type Outcome =
  | ({ readonly kind: 'returned'; readonly value: unknown } & Moment)
  | ({ readonly kind: 'failed'; readonly error: unknown; readonly thrown: boolean } & Moment)
  /** Pending, nothing runnable, nothing scheduled; `io`: kinds of I/O in flight, of which the virtual clock knows nothing. */
  | ({
      readonly kind: 'deadlock';
      readonly io: readonly string[];
      /** What would still have happened, if these had kept the process alive. */
      readonly unrefed?: readonly Unrefed[];
    } & Moment)
  /** The lab gave up on code that would never end. */
  | ({ readonly kind: 'stopped'; readonly reason: Error } & Moment);

/** A thread or a process for which Node does not wait, and when `unref()` was called. */
export interface Unrefed {
  readonly kind: 'thread' | 'process';
  readonly name: string;
  readonly at: number;
}

/**
 * `wait`: work done elsewhere; `burn`: work of our own CPU; `call`: a call of the learner's function;
 * `beat`: from when a heartbeat was due to when it beat; `source`: a source makes an item, or is closed;
 * `life`: a thread, from when it was started until it has ended.
 */
export type SpanKind = 'wait' | 'burn' | 'call' | 'beat' | 'source' | 'life';

export type Ending = 'done' | 'failed' | 'aborted' | 'running';

export interface Span {
  readonly name: string;
  readonly kind: SpanKind;
  readonly start: Moment;
  /** When it was told to stop, where it was. */
  readonly aborted: Moment | null;
  /** Its signal had been aborted before it was called. */
  readonly startsAborted?: boolean;
  /** The reason of the signal that told it. */
  readonly reason?: unknown;
  /** When it was told to stop after its end, where it was. */
  readonly toldLater?: Moment;
  /** When the work was over, in ms; it ends later when the CPU is busy then. Null while it is not over. */
  readonly ready: number | null;
  /** Null when it was still running as the run ended. */
  readonly end: Moment | null;
  readonly ending: Ending;
  /** What it fulfilled with, where that is an object. */
  readonly gave?: object;
  /** It was no computation of ours, but a call that blocked the thread. */
  readonly blocks?: boolean;
  /** The scene itself waits or computes, unless it has handed that to the code. */
  readonly ofScene?: boolean;
  /** What it failed with. */
  readonly error?: unknown;
  /** What a thread ended with. */
  readonly exitCode?: number;
  /** The block within which it was begun. */
  readonly within?: string;
  /** The thread that did it, or that it is the life of; the main thread has no name. */
  readonly thread?: string;
}

export interface Offer {
  readonly name: string;
  readonly made: Moment;
  /** How long the work takes once it is started, in ms. */
  readonly takes: number;
}

export interface Mark extends Moment {
  readonly line: string;
  /** `hidden`: a line logged that no picture shows, because the learner is to foresee it. */
  readonly kind: 'log' | 'event' | 'hidden';
  /** When the event was due, in ms; it happens later when the CPU is busy then. */
  readonly due: number;
  /** The thread whose code logged it; the main thread has no name. */
  readonly thread?: string;
}

/** A step of one who hands something on, or waits for it. */
export type Deal = Moment &
  (
    | { readonly did: 'put' | 'withdraw'; readonly item: unknown }
    | { readonly did: 'ask' | 'leave'; readonly who: string }
    | { readonly did: 'get'; readonly who: string; readonly item: unknown }
  );

/** From this moment on there are so many of these: in a buffer, in a line. */
export interface Level extends Moment {
  readonly name: string;
  readonly amount: number;
}

/** This ran, and found itself in this context: the id of a request, or undefined for none. */
export interface Ran extends Moment {
  readonly what: string;
  readonly context: unknown;
  /** Whether it is no context, but a value that was read. */
  readonly isRead?: true;
}

export interface TimerRecord {
  readonly kind: string;
  readonly armedAt: number;
  readonly dueAt: number;
  readonly fired: number;
  /** From when to when it stood ready and could not fire, because the CPU was busy. */
  readonly late: readonly Times[];
  readonly clearedAt: number | null;
  /** Whether it keeps the process alive, as Node's own do unless they are told not to. */
  readonly keepsAlive: boolean;
  /** Whether code took the object that stands for it for a promise. */
  readonly isAwaited: boolean;
  /** File and line, where it is known. */
  readonly place?: string | undefined;
}

export interface Unhandled extends Moment {
  readonly error: unknown;
  /** When somebody did listen after all; null when nobody ever did. */
  readonly handledAt: number | null;
}

/** `name`: as it is called, `fs.readFile`; `place`: file and line, where it is known. */
export interface IoCall extends Moment {
  readonly name: string;
  readonly place: string | undefined;
}

export interface Uncaught extends Moment {
  readonly error: unknown;
  /** An emitter threw it, as it had no listener for 'error'. */
  readonly wasEmitted?: boolean;
}

/** `what`: in words, with its name and times; `place`: file and line, where it is known. */
export interface LooseEnd {
  readonly kind:
    | 'world'
    | 'timer'
    | 'work'
    | 'listener'
    | 'port'
    | 'thread'
    | 'rejection'
    | 'throw';
  readonly what: string;
  readonly place: string | undefined;
  /** Of a listener on an emitter: the event, in words. */
  readonly awaits?: string;
}

/** A plan's entry as a list. */
export function timesOf(entry: Planned | readonly Planned[]): readonly Planned[] {
  return typeof entry[0] === 'number' ? [entry as Planned] : (entry as readonly Planned[]);
}
