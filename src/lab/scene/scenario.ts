/** What a scenario works with. All of it leaves its mark on the trace; times are virtual ms. */
import { EventEmitter } from 'node:events';
import type { VirtualClock } from '../time/clock.ts';
import type { Timer } from '../time/timer.ts';
import { linesOfTree } from '../trace/call-tree.ts';
import { blocks } from './blocks.ts';
import { createDeals, type Deals } from './deals.ts';
import { createJob, type Job, type JobOptions } from './job.ts';
import type { Recorder } from './recorder.ts';
import { createSource, type Sources } from './source/source.ts';

/** Times in ms. */
export interface Kitchen {
  stir(ms: number): void;
  slice(ms: number): void;
  simmer(ms: number): Promise<void>;
}

export interface Lab extends Deals {
  /** Work done elsewhere that takes `takes` ms; each call of what it gives starts it again. */
  job<T = string>(name: string, takes: number, options?: JobOptions<T>): Job<T>;
  /** Waits, as work named `sleep`. Laws about starts and plans leave it out, unless they name it. */
  sleep(ms: number): Promise<void>;
  /** Notes a line at the present moment. */
  log(line: string): void;
  /** Lets `event` happen from outside at a time of the run. Its `burn` is left out like `sleep`, unless within a `call`. */
  at(ms: number, event: () => unknown, name?: string): void;
  /** Calls the learner's function under a name, so that the call itself is seen as a span. */
  call<T>(name: string, f: () => T): T;
  /** As `call`, for a function to which work belongs that is begun within it: it is drawn within. See `toOutliveNoBlock`. */
  block<T>(name: string, f: () => T): T;
  /** CPU work: `ms` pass while nothing else can run. It may be made to throw `<name> failed` at its end. */
  burn(ms: number, name?: string, options?: { fails?: boolean }): void;
  /** Beats every so many ms until the outcome is known, and holds nothing up: late while the CPU is busy. */
  heartbeat(every: number, name?: string): void;
  /** The cook's hands (`stir`, `slice`: they burn) and the stove (`simmer`: it waits). */
  kitchen(): Kitchen;
  /**
   * An iterable that can be read once; with `takes`, an async one. It notes when each of its items was asked for,
   * and when it was closed: `toAsk` and `toClose` read that. No law takes it for work.
   */
  source: Sources;
  /** Notes how much there is of something now: how many wait, how full a buffer is. The law is `toFillTo`. */
  level(name: string, amount: number): void;
  /** Notes that this runs now, and the context in which it finds itself. The law is `toRunIn`. */
  runs(what: string, context: unknown): void;
  /** Notes that this reads a variable of its context now, and the value that it finds. The law is `toRead`. */
  reads(what: string, value: unknown): void;
  /** The lines of a tree of spans, as it is now: what the scene returns, and what is drawn of it. The law is `toGiveTree`. */
  tree(roots: unknown): string[];
  /** An EventEmitter on which no listener may be left; `name` is how a learner reads of it. */
  emitter(name?: string): EventEmitter;
  /** An AbortController on whose signal no listener may be left. */
  controller(): AbortController;
  /** Virtual ms since the run began. */
  now(): number;
}

/** What a lab leaves with its run. */
export interface Kept {
  readonly signals: AbortSignal[];
  readonly emitters: (readonly [name: string, emitter: EventEmitter])[];
  readonly heartbeats: Timer[];
}

export interface LabOptions {
  /** Keeps the lines logged out of every picture. */
  readonly hidesLog: boolean;
  /** The call that is not made, as a number from 0: its promise never settles. */
  readonly withoutCall?: number | undefined;
}

export function createLab(
  clock: VirtualClock,
  recorder: Recorder,
  { signals, emitters, heartbeats }: Kept,
  { hidesLog, withoutCall }: LabOptions,
): Lab {
  let calls = 0;
  /** True in an event of the scene, and false in a call of the code that it makes. */
  let isInEvent = false;
  const within = <T>(event: boolean, f: () => T): T => {
    const before = isInEvent;
    isInEvent = event;
    try {
      return f();
    } finally {
      isInEvent = before;
    }
  };
  const burn: Lab['burn'] = (ms, name = 'burn', { fails = false } = {}) => {
    const span = recorder.start(name, 'burn');
    if (isInEvent) span.ofScene = true;
    clock.burn(ms);
    recorder.end(span, fails ? 'failed' : 'done');
    if (!fails) return;
    span.error = new Error(`${name} failed`);
    throw span.error;
  };
  const call: Lab['call'] = (name, f) => {
    const span = recorder.start(name, 'call');
    const isLeftOut = calls++ === withoutCall;
    try {
      const result = isLeftOut ? (new Promise(() => {}) as never) : within(false, f);
      Promise.resolve(result).then(
        () => recorder.end(span, 'done'),
        () => recorder.end(span, 'failed'),
      );
      return result;
    } catch (error) {
      recorder.end(span, 'failed');
      throw error;
    }
  };
  return {
    job: (name, takes, options) => createJob(recorder, clock, name, takes, options),
    sleep: (ms) => {
      const sleeping = createJob<void>(recorder, clock, 'sleep', ms, { gives: undefined })();
      const span = recorder.spans[recorder.spans.length - 1];
      if (span) span.ofScene = true;
      return sleeping;
    },
    log: (line) => recorder.mark(line, hidesLog ? 'hidden' : 'log'),
    at: (ms, event, name) => {
      const happen = () => {
        if (name) recorder.mark(name, 'event', timer.dueAt);
        return within(true, event);
      };
      const timer = clock.set('timeout', happen, ms, [], 'lab');
    },
    call,
    block: (name, f) => call(name, () => blocks.run(name, f)),
    burn,
    heartbeat: (every, name = 'heartbeat') => {
      const beat = () => recorder.beat(name, timer.dueAt);
      const timer = clock.set('interval', beat, every, [], 'lab');
      heartbeats.push(timer);
    },
    kitchen: () => ({
      stir: (ms) => burn(ms, 'stir'),
      slice: (ms) => burn(ms, 'slice'),
      simmer: (ms) => createJob<void>(recorder, clock, 'simmer', ms, { gives: undefined })(),
    }),
    source: ((name, items, options) =>
      createSource(recorder, clock, name, items, options)) as Sources,
    ...createDeals(recorder),
    level: (name, amount) => recorder.level(name, amount),
    runs: (what, context) => recorder.ran(what, context),
    reads: (what, value) => recorder.read(what, value),
    tree: (roots) => {
      const lines = linesOfTree(roots);
      recorder.tree = [...(recorder.tree ?? []), ...lines];
      return lines;
    },
    emitter: (name = 'the emitter') => {
      const emitter = new EventEmitter();
      emitters.push([name, emitter]);
      return emitter;
    },
    controller: () => {
      const controller = new AbortController();
      signals.push(controller.signal);
      return controller;
    },
    now: () => clock.now,
  };
}
