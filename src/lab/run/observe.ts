import { watch } from '../guard/watchdog.ts';
import { putBackLanguage } from '../guard/world.ts';
import { Recorder } from '../scene/recorder.ts';
import { createLab, type Lab } from '../scene/scenario.ts';
import { ClockStandsStillError, VirtualClock } from '../time/clock.ts';
import { runs, setActiveRun } from '../time/run-context.ts';
import type { Timer } from '../time/timer.ts';
import type { LooseEnd, Moment, Outcome, Plan, Trace } from '../trace/trace.ts';
import { asItWas } from './as-it-was.ts';
import { currentTest } from './current-test.ts';
import { drive } from './drive.ts';
import { asLeft, stillThere, strays } from './loose-ends.ts';
import { realIo } from './real-io.ts';
import { layStraysAt } from './strays.ts';

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
  const lab = createLab(clock, recorder, { signals, heartbeats }, hidesLog);
  const run = { clock };
  let outcome: Outcome | undefined;
  let returned: Moment = { at: 0, order: 0 };
  let left: LooseEnd[] | undefined;
  let changed: string[] = [];
  /** Nothing has run since the language was last looked at. */
  let isAtRest = false;

  const begin = () => {
    try {
      const result = scenario(lab);
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
  const onDecided = () => {
    // What is found out from here on wants a language that works.
    changed = putBackLanguage();
    for (const heartbeat of heartbeats) {
      // One that has come due would beat now.
      if (heartbeat.dueAt <= clock.now) heartbeat.fire();
      heartbeat.close();
    }
    left = stillThere(recorder, clock.armed, signals);
    isAtRest = clock.pending === 0;
  };
  const giveUp = (reason: Error) => {
    outcome ??= { kind: 'stopped', reason, ...recorder.now() };
  };

  const endWatch = watch((error) => {
    if (outcome) recorder.throw(error);
    else giveUp(error);
    // What else this code has set going would run away again.
    clock.end();
  });
  layStraysAt(recorder);
  setActiveRun(run);
  let silences: Trace['silences'];
  try {
    // Its turns too: a job fails in the context of the turn that ends it.
    silences = await runs.run(run, () =>
      drive({
        clock,
        recorder,
        heartbeats,
        begin,
        isDecided: () => outcome !== undefined,
        onDecided,
        giveUp,
      }),
    );
    outcome ??= { kind: 'deadlock', io: realIo(), ...recorder.now() };
    left ??= stillThere(recorder, clock.armed, signals);
  } finally {
    clock.end();
    setActiveRun(undefined);
    layStraysAt(undefined);
    endWatch();
    if (!isAtRest) changed.push(...putBackLanguage());
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
    messages: clock.sentAt,
    plan: plan ?? null,
  };
  await currentTest()?.keep(trace, mayLeave);
  return trace;
}

function failure(recorder: Recorder, error: unknown, thrown: boolean): Outcome {
  const moment = recorder.now();
  return isOf(ClockStandsStillError, error)
    ? { kind: 'stopped', reason: error, ...moment }
    : { kind: 'failed', error, thrown, ...moment };
}

/** Some Proxies throw when they are asked what they are. */
function isOf<T extends Error>(type: new (message: string) => T, error: unknown): error is T {
  try {
    return error instanceof type;
  } catch {
    return false;
  }
}

function record({ kind, armedAt, dueAt, fired, late, clearedAt }: Timer) {
  return { kind, armedAt, dueAt, fired, late, clearedAt };
}
