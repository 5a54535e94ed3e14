import { asItWas } from './as-it-was.ts';
import { ClockStandsStillError, VirtualClock } from './clock.ts';
import { currentTest } from './current-test.ts';
import { createJob, type Job, type JobOptions } from './job.ts';
import { asLeft, stillThere, strays } from './loose-ends.ts';
import { macrotask, onOwnStack } from './native.ts';
import { Recorder } from './recorder.ts';
import { catchStrays } from './rejections.ts';
import { runs, setActiveRun } from './run-context.ts';
import type { Timer } from './timer.ts';
import type { LooseEnd, Moment, Outcome, Plan, Times, Trace } from './trace.ts';
import { watch } from './watchdog.ts';
import { putBackLanguage, putBackWorld } from './world.ts';

/** Timers that may fire in a row without anything worth recording, before they are said to go on for ever. */
const TIMERS_WITHOUT_NEWS = 50_000;

/** Timers that may fire after the outcome is known and the lab's own work is over. */
const TIMERS_AFTER_THE_END = 100;

/** Timers that set timers that set timers, and nothing comes of it. */
export class EndlessTimersError extends Error {
  override name = 'EndlessTimersError';
}

/** Times in ms. */
export interface Kitchen {
  stir(ms: number): void;
  slice(ms: number): void;
  simmer(ms: number): Promise<void>;
}

/** What a scenario works with. All of it leaves its mark on the trace; times are virtual ms. */
export interface Lab {
  /** Work done elsewhere that takes `takes` ms; each call of what it gives starts it anew. */
  job<T = string>(name: string, takes: number, options?: JobOptions<T>): Job<T>;
  /** Waits, as work named `sleep`. */
  sleep(ms: number): Promise<void>;
  /** Notes a line at the present moment. */
  log(line: string): void;
  /** Lets `event` happen from outside at a time of the run. */
  at(ms: number, event: () => unknown, name?: string): void;
  /** Calls the learner's function under a name, so that the call itself is seen as a span. */
  call<T>(name: string, f: () => T): T;
  /** CPU work: `ms` pass while nothing else can run. It may be made to throw `<name> failed` at its end. */
  burn(ms: number, name?: string, options?: { fails?: boolean }): void;
  /** Beats every so many ms until the outcome is known, and holds nothing up: late while the CPU is busy. */
  heartbeat(every: number, name?: string): void;
  /** The cook's hands (`stir`, `slice`: they burn) and the stove (`simmer`: it waits). */
  kitchen(): Kitchen;
  /** An AbortController on whose signal no listener may be left. */
  controller(): AbortController;
  /** Virtual ms since the run began. */
  now(): number;
}

export interface ObserveOptions {
  /** Kinds of loose ends that the scenario means to leave. */
  mayLeave?: LooseEnd['kind'][];
  /** The schedule to reach, drawn below the learner's own when something is wrong. */
  plan?: Plan;
  /** Keeps the lines logged out of every picture: they are for the learner to foresee. */
  hidesLog?: boolean;
}

/**
 * Runs a scenario on a fresh virtual clock, to its end and to the end of all that it started.
 * Never rejects for what the scenario does: how it ended is in the trace.
 */
export async function observe(
  scenario: (lab: Lab) => unknown,
  { mayLeave = [], plan, hidesLog = false }: ObserveOptions = {},
): Promise<Trace> {
  const clock = new VirtualClock();
  const recorder = new Recorder(clock);
  const signals: AbortSignal[] = [];
  const heartbeats: Timer[] = [];
  const silences: Times[] = [];
  const run = { clock };
  let outcome: Outcome | undefined;
  let returned: Moment = { at: 0, order: 0 };

  const begin = () => {
    try {
      const result = scenario(createLab(clock, recorder, { signals, heartbeats, hidesLog }));
      returned = recorder.now();
      Promise.resolve(result).then(
        (value) => {
          outcome ??= { kind: 'returned', value: asItWas(value), ...recorder.now() };
        },
        (error) => {
          outcome ??= failure(recorder, error, false);
        },
      );
    } catch (error) {
      outcome = failure(recorder, error, true);
    }
  };

  let turnedAt = 0;
  let stepping = false;
  let left: LooseEnd[] | undefined;
  let changed: string[] = [];
  const noteSilence = () => {
    if (stepping) return;
    if (clock.now > turnedAt) silences.push([turnedAt, clock.now]);
    turnedAt = clock.now;
  };

  const drive = async () => {
    await onOwnStack(() => runs.run(run, begin));
    noteSilence();
    let firedAtNews = 0;
    let news = 0;
    let fired = 0;
    let firedAtEnd = 0;
    let messages = 0;
    for (;;) {
      await macrotask();
      noteSilence();
      if (outcome && !left) {
        // What is found out from here on wants a language that works.
        changed = putBackLanguage();
        for (const heartbeat of heartbeats) {
          // One that has come due would beat now.
          if (heartbeat.dueAt <= clock.now) heartbeat.fire();
          heartbeat.close();
        }
        left = stillThere(recorder, clock.armed, signals);
        firedAtEnd = fired;
      }
      if (outcome && !worthWaiting(clock.armed, fired - firedAtEnd)) break;
      if (news !== recorder.recorded) {
        news = recorder.recorded;
        firedAtNews = fired;
      }
      if (fired - firedAtNews > TIMERS_WITHOUT_NEWS) {
        const reason = new EndlessTimersError(
          `${TIMERS_WITHOUT_NEWS.toLocaleString('en')} timers or immediates fired one after another, and nothing came of it. Code that asks again and again keeps the clock from moving; await the work itself.`,
        );
        outcome ??= { kind: 'stopped', reason, ...recorder.now() };
        break;
      }
      fired++;
      // A message that was sent since the last turn is there after the next one: until then no time passes.
      const isSomebodyComing = clock.messages > messages;
      messages = clock.messages;
      if (isSomebodyComing && !clock.isReady) continue;
      const onlyBeats = heartbeats.length > 0 && clock.pending === heartbeats.length;
      if (onlyBeats && !isSomebodyComing && !outcome) break;
      stepping = true;
      if (!(await clock.step())) break;
      stepping = false;
      // What a timer waited for was no silence; what it burnt meanwhile was.
      turnedAt = clock.movedTo;
      noteSilence();
    }
  };

  const endWatch = watch((error) => {
    if (outcome) recorder.throw(error);
    else outcome = { kind: 'stopped', reason: error, ...recorder.now() };
    // What else this code has set going would run away again.
    clock.end();
  });
  const giveBack = catchStrays(recorder);
  setActiveRun(run);
  try {
    await drive();
    outcome ??= { kind: 'deadlock', ...recorder.now() };
    left ??= stillThere(recorder, clock.armed, signals);
  } finally {
    clock.end();
    await macrotask();
    setActiveRun(undefined);
    giveBack();
    endWatch();
    changed = [...changed, ...putBackWorld()];
  }

  const trace: Trace = {
    outcome,
    returned,
    spans: recorder.spans,
    offers: recorder.offers,
    marks: recorder.marks,
    timers: recorder.timers.map(record),
    unhandled: recorder.unhandled.map(({ promise: _, ...entry }) => entry),
    uncaught: recorder.uncaught,
    left: [...left, ...strays(recorder), ...asLeft(changed)],
    silences,
    plan: plan ?? null,
  };
  await currentTest()?.keep(trace, mayLeave);
  return trace;
}

/** What a lab leaves with its run. */
interface Kept {
  readonly signals: AbortSignal[];
  readonly heartbeats: Timer[];
  readonly hidesLog: boolean;
}

function createLab(
  clock: VirtualClock,
  recorder: Recorder,
  { signals, heartbeats, hidesLog }: Kept,
): Lab {
  const burn: Lab['burn'] = (ms, name = 'burn', { fails = false } = {}) => {
    const span = recorder.start(name, 'burn');
    clock.burn(ms);
    recorder.end(span, fails ? 'failed' : 'done');
    if (!fails) return;
    span.error = new Error(`${name} failed`);
    throw span.error;
  };
  return {
    job: (name, takes, options) => createJob(recorder, clock, name, takes, options),
    sleep: (ms) => createJob<void>(recorder, clock, 'sleep', ms, { gives: undefined })(),
    log: (line) => recorder.mark(line, hidesLog ? 'hidden' : 'log'),
    at: (ms, event, name) => {
      const happen = () => {
        if (name) recorder.mark(name, 'event', timer.dueAt);
        return event();
      };
      const timer = clock.set('timeout', happen, ms, [], 'lab');
    },
    call: (name, f) => {
      const span = recorder.start(name, 'call');
      try {
        const result = f();
        Promise.resolve(result).then(
          () => recorder.end(span, 'done'),
          () => recorder.end(span, 'failed'),
        );
        return result;
      } catch (error) {
        recorder.end(span, 'failed');
        throw error;
      }
    },
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
    controller: () => {
      const controller = new AbortController();
      signals.push(controller.signal);
      return controller;
    },
    now: () => clock.now,
  };
}

/** After the outcome, the run goes on for the lab's work, and a while for timeouts: they may do harm. */
function worthWaiting(armed: Timer[], firedSince: number): boolean {
  if (armed.some((timer) => timer.owner === 'lab')) return true;
  const learners = armed.some((timer) => timer.kind !== 'interval');
  return learners && firedSince < TIMERS_AFTER_THE_END;
}

function failure(recorder: Recorder, error: unknown, thrown: boolean): Outcome {
  const moment = recorder.now();
  return error instanceof ClockStandsStillError
    ? { kind: 'stopped', reason: error, ...moment }
    : { kind: 'failed', error, thrown, ...moment };
}

function record({ kind, armedAt, dueAt, fired, late, clearedAt }: Timer) {
  return { kind, armedAt, dueAt, fired, late, clearedAt };
}
