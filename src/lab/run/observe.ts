import { putBackLanguage } from '../guard/world.ts';
import { native } from '../node/native.ts';
import { Recorder } from '../scene/recorder.ts';
import { createLab, type Kept, type Lab } from '../scene/scenario.ts';
import type { Command } from '../threads/child/command.ts';
import type { Program, Traits } from '../threads/thread.ts';
import { Threads } from '../threads/threads.ts';
import { VirtualClock } from '../time/clock.ts';
import { beginRun, endRun, isAlone, type Run, runs, runsUnderWay } from '../time/run-context.ts';
import { ClockStandsStillError } from '../time/time-line.ts';
import { placeIn } from '../trace/place.ts';
import type { LooseEnd, Moment, Outcome, Plan, Trace } from '../trace/trace.ts';
import { asItWas } from './as-it-was.ts';
import { circleOf } from './circle.ts';
import { currentTest } from './current-test.ts';
import { drive } from './drive.ts';
import { asLeft, asOpen, openPorts, stillThere, strays } from './loose-ends.ts';
import { newResources, resourcesNow } from './outside/resources.ts';
import { RecordOfTimer } from './record-of-timer.ts';
import { listenersForStrays } from './strays.ts';

/** Turns of the real event loop until a port that was closed is gone: Node takes three. */
const TURNS_TO_CLOSE = 5;

/** What a scene works with: the lab, and threads of its own. */
export interface LabOfRun extends Lab {
  /**
   * A file that threads can be started from, with `new Worker(file)`; what stands in it is this function. Each thread
   * has a core and a clock of its own.
   */
  program(name: string, program: Program, traits?: Traits): URL;
  /**
   * The name of a command that child processes can be started with, by `spawn(name)`. In a scene that has one, `spawn`
   * knows of no others.
   */
  command(name: string, command: Command): string;
}

export interface ObserveOptions {
  /** Kinds of loose ends that the scenario means to leave. */
  mayLeave?: LooseEnd['kind'][];
  /** The schedule to reach, drawn below the learner's own when something is wrong. */
  plan?: Plan;
  /** Keeps the lines logged out of every picture: they are for the learner to foresee. */
  hidesLog?: boolean;
  /** What a learner should read where the run is stuck, if it does not show a cause. True of every such run. */
  ifStuck?: string;
  /** What a learner should read where the run is stuck, and a thread has ended that was to stay. */
  ifEnded?: string;
}

/**
 * Runs a scenario on a fresh virtual clock, to its end and to the end of all that it started.
 * Never rejects for what the scenario does: how it ended is in the trace.
 *
 * Several may be under way at a time; each has a time of its own and knows nothing of the others, so to
 * wait for what another one does is to wait forever. A run that the code of another begins takes none of
 * that one's time: there nothing happens until it is over.
 */
export async function observe(
  scenario: (lab: LabOfRun) => unknown,
  options: ObserveOptions = {},
): Promise<Trace> {
  // Asked now: one that is given up comes to its end in the midst of another test.
  const keep = currentTest()?.begin();
  const outer = runs.getStore()?.clock;
  outer?.hold();
  try {
    const trace = await withCircle(scenario, options, await traceOf(scenario, options));
    await keep?.({ trace, mayLeave: options.mayLeave ?? [] });
    return trace;
  } finally {
    outer?.letGo();
  }
}

/**
 * Runs a test that a learner has written, which may put fakes in the place of what all code shares. It is no run of
 * the test under way: nothing of it is drawn, or held against that one.
 *
 * @param takeAway takes away the fakes that it has left, before anything is put back
 */
export function observeCheck(check: () => unknown, takeAway: () => void): Promise<Trace> {
  return traceOf(check, {}, { takeAway });
}

/** Its calls that wait for each other, where it is stuck: the scene happens again without each of them. */
async function withCircle(
  scenario: (lab: LabOfRun) => unknown,
  options: ObserveOptions,
  trace: Trace,
): Promise<Trace> {
  const circle = await circleOf(trace, (withoutCall) =>
    traceOf(scenario, options, { withoutCall }),
  );
  return circle.length > 0 ? { ...trace, circle } : trace;
}

async function traceOf(
  scenario: (lab: LabOfRun) => unknown,
  { plan, hidesLog = false, ifStuck, ifEnded }: ObserveOptions,
  { withoutCall, takeAway }: { withoutCall?: number; takeAway?: () => void } = {},
): Promise<Trace> {
  const clock = new VirtualClock();
  const recorder = new Recorder(clock);
  const kept: Kept = { signals: [], emitters: [], heartbeats: [] };
  const { signals, heartbeats } = kept;
  const threads = new Threads(clock, recorder);
  const lab: LabOfRun = {
    ...createLab(clock, recorder, kept, { hidesLog, withoutCall }),
    program: (name, program, traits) => threads.program(name, program, traits),
    command: (name, command) => threads.command(name, command),
  };
  let outcome: Outcome | undefined;
  let returned: Moment = { at: 0, order: 0 };
  let left: LooseEnd[] | undefined;
  const changed: string[] = [];
  /** Nothing has run since the language was last put back. */
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
  const putBack = () => {
    // Others may go on with what they have changed: the last one under way is told what all of them have.
    if (!isAlone(run)) return false;
    changed.push(...putBackLanguage());
    return true;
  };
  const onDecided = () => {
    if (takeAway) runs.run(run, takeAway);
    // What is found out from here on wants a language that works.
    const isPutBack = putBack();
    for (const heartbeat of heartbeats) {
      // One that has come due would beat now.
      if (heartbeat.dueAt <= clock.now) heartbeat.fire();
      clock.disarm(heartbeat);
    }
    left = [
      ...stillThere(recorder, clock.armed, kept),
      ...threads.left(),
      ...asOpen(threads.openPorts),
    ];
    isAtRest = isPutBack && clock.pending === 0;
  };
  const giveUp = (reason: Error) => {
    outcome ??= { kind: 'stopped', reason, ...recorder.now() };
  };

  const run: Run & { toJSON(): string } = {
    // Below Node 24, each promise knows its run: who prints one would print all that a run knows.
    toJSON: () => 'a run of the lab',
    clock,
    judging: takeAway && { listeners: listenersForStrays() },
    makeChannel: () => threads.makeChannel(clock),
    unhandledErrors: recorder,
    outside: recorder,
    stop: (error) => {
      if (outcome) recorder.throw(error);
      else giveUp(error);
      // What else this code has set going would run away again.
      clock.end();
    },
  };
  const ports = openPorts();
  const resources = resourcesNow();
  clock.isKeptAlive = () =>
    threads.keepAlive(clock) || openPorts() > ports || newResources(resources).length > 0;
  threads.belongTo(run);
  beginRun(run);
  let silences: Trace['silences'];
  try {
    silences = await runs.run(run, () =>
      drive({
        run,
        threads,
        recorder,
        heartbeats,
        // What it sets going is its own; our turns are nobody's.
        begin: () => runs.run(run, begin),
        isDecided: () => outcome !== undefined,
        onDecided,
        giveUp,
      }),
    );
    outcome ??= {
      kind: 'deadlock',
      io: newResources(resources),
      unrefed: threads.unrefed,
      ...recorder.now(),
    };
    left ??= [
      ...stillThere(recorder, clock.armed, kept),
      ...threads.left(),
      ...asOpen(threads.openPorts),
    ];
  } finally {
    if (takeAway) runs.run(run, takeAway);
    clock.end();
    await threads.end();
    endRun(run);
    if (!isAtRest) putBack();
  }

  if (threads.isUsed) recorder.sortByTime(outcome, returned);

  // Those of other runs are no business of this one.
  const opened = runsUnderWay().length > 0 ? 0 : await stillOpen(ports);

  return {
    outcome,
    returned,
    spans: recorder.spans,
    offers: recorder.offers,
    marks: recorder.marks,
    deals: recorder.deals,
    levels: recorder.levels,
    contexts: recorder.contexts,
    tree: recorder.tree,
    timers: recorder.timers.map((timer) => new RecordOfTimer(timer)),
    unhandled: recorder.unhandled.map(({ promise: _, ...entry }) => entry),
    uncaught: recorder.uncaught,
    io: recorder.io.map((call) => ({ ...call, place: placeIn(call.place.stack) })),
    printed: recorder.printed,
    hasSignal: signals.length > 0,
    left: [...left, ...asOpen(opened), ...strays(recorder), ...asLeft(changed)],
    silences,
    messages: clock.traffic.sentAt,
    plan: plan ?? null,
    ifStuck,
    ifEnded,
  };
}

/** How many ports are open beside those of before; one that was closed is gone a few turns later. */
async function stillOpen(before: number): Promise<number> {
  for (let turns = 0; turns < TURNS_TO_CLOSE && openPorts() > before; turns++)
    await new Promise((resolve) => native.setImmediate(resolve));
  return openPorts() - before;
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
