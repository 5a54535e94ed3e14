import { expect } from 'vitest';
import { arrives } from './laws/arrival.ts';
import type { Breach } from './laws/breach.ts';
import { callsOnce, crashesWith } from './laws/callback.ts';
import { aborts, settlesLast } from './laws/cancel.ts';
import { givesWayOnlyAfter, idlesAtMost, isSilentAtMost, tellsKind } from './laws/cpu.ts';
import { leavesNothing } from './laws/left.ts';
import { logs, logsInTheCall, setsTimers, starts } from './laws/order.ts';
import { failsWith, gives } from './laws/outcome.ts';
import { isPredictedBy, type Stretch } from './laws/prediction.ts';
import { logsInOrder, runsInTheCall, runsInTurns, type Turn } from './laws/queues.ts';
import { splits } from './laws/split.ts';
import { startsAt } from './laws/start.ts';
import { layOut, told } from './laws/tell.ts';
import { overlaps, peaksAt, runsAsPlanned, takes } from './laws/time.ts';
import { currentTest } from './run/current-test.ts';
import type { LooseEnd, Trace } from './trace/trace.ts';

/** What a spec can ask of a trace. Each judges the same run and draws the same picture. */
export interface TraceMatchers<R = unknown> {
  /** Gives this value, compared whole. */
  toGive(value: unknown): R;
  /** Fails with the very error of this message; at this ms where one is given. */
  toFailWith(message: string, at?: number): R;
  /** Its makespan is exactly so many ms. */
  toTake(ms: number): R;
  /** Exactly so many pieces of work are in flight at the busiest moment. */
  toPeakAt(n: number): R;
  /** All of these are in flight together. */
  toOverlap(...names: string[]): R;
  /** All work starts and ends exactly as the scenario's plan says. */
  toRunAsPlanned(): R;
  /** Exactly this work is started, each piece at its ms. */
  toStartAt(times: Readonly<Record<string, number>>): R;
  /** This piece of work is started so many times. */
  toStart(name: string, times: number): R;
  /** Exactly this work is told to stop, each piece at its ms. */
  toAbort(times: Readonly<Record<string, number>>): R;
  /** The caller hears only when no work is under way any more. */
  toSettleLast(): R;
  /** The event loop never stands still for longer than so many ms. */
  toBeSilentAtMost(ms: number): R;
  /** Works for at least so many ms before it gives way; the last stretch may be shorter. */
  toGiveWayOnlyAfter(ms: number): R;
  /** The CPU never lies idle for longer than so many ms while there is work for it. */
  toIdleAtMost(ms: number): R;
  /** Gives the kind of work that was seen in the run. */
  toTellKind(kind: 'cpu' | 'io'): R;
  /** Logs exactly these lines, each at its ms. */
  toLog(...lines: (readonly [ms: number, line: string])[]): R;
  /** These lines are logged by whoever receives them, each at its ms: none late, lost or twice. */
  toArrive(...lines: (readonly [ms: number, line: string])[]): R;
  /** Gives the names of its work, split into those done and those pending when it returned. */
  toSplit(done: readonly string[], pending: readonly string[]): R;
  /** Logs exactly these lines before the call gives control back to its caller. */
  toLogInTheCall(...lines: string[]): R;
  /** Logs these lines in the call, in this order: what a queue would take stays out of it. */
  toRunInTheCall(...lines: string[]): R;
  /** Logs exactly these lines, turn by turn of the event loop, and queue by queue in each. */
  toRunInTurns(...turns: Turn[]): R;
  /** Logs exactly these lines in this order, at whatever ms; `because` says why to a learner. */
  toLogInOrder(lines: readonly string[], because?: string): R;
  /** The lines that it logs are those predicted, as far as the stretch goes: to the end unless told. */
  toBePredictedBy(prediction: readonly string[], stretch?: Stretch): R;
  /** The learner's code sets so many timers. */
  toSetTimers(n: number): R;
  /** Each of these callbacks, which the scenario runs by `call`, is called once. */
  toCallOnce(...names: string[]): R;
  /** These errors of callbacks get out, each once, as they would end the process in plain Node. */
  toCrashWith(...messages: string[]): R;
  /** Leaves no timer, work, listener or unheard failure behind; but for these kinds. */
  toLeaveNothing(but?: LooseEnd['kind'][]): R;
}

declare module 'vitest' {
  // biome-ignore lint/suspicious/noExplicitAny: vitest declares it so
  interface Matchers<T = any> extends TraceMatchers<T> {}
}

type Law<Args extends unknown[]> = (trace: Trace, ...args: Args) => Breach | undefined;

function matcher<Args extends unknown[]>(law: Law<Args>) {
  return (trace: Trace, ...args: Args) => {
    const breach = law(trace, ...args);
    if (!breach)
      return {
        pass: true,
        message: () => 'A law of the lab has no opposite: ask for what should be.',
      };
    const words = told(trace, breach);
    const text = layOut(words);
    currentTest()?.blame(trace, words, text);
    return { pass: false, message: () => text };
  };
}

export const matchers = {
  toGive: matcher(gives),
  toFailWith: matcher(failsWith),
  toTake: matcher(takes),
  toPeakAt: matcher(peaksAt),
  toOverlap: matcher((trace, ...names: string[]) => overlaps(trace, names)),
  toRunAsPlanned: matcher(runsAsPlanned),
  toStartAt: matcher(startsAt),
  toStart: matcher(starts),
  toAbort: matcher(aborts),
  toSettleLast: matcher(settlesLast),
  toBeSilentAtMost: matcher(isSilentAtMost),
  toGiveWayOnlyAfter: matcher(givesWayOnlyAfter),
  toIdleAtMost: matcher(idlesAtMost),
  toTellKind: matcher(tellsKind),
  toLog: matcher((trace, ...lines: (readonly [number, string])[]) => logs(trace, lines)),
  toArrive: matcher((trace, ...lines: (readonly [number, string])[]) => arrives(trace, lines)),
  toSplit: matcher((trace, done: readonly string[], pending: readonly string[]) =>
    splits(trace, { done, pending }),
  ),
  toLogInTheCall: matcher((trace, ...lines: string[]) => logsInTheCall(trace, lines)),
  toRunInTheCall: matcher((trace, ...lines: string[]) => runsInTheCall(trace, lines)),
  toRunInTurns: matcher((trace, ...turns: Turn[]) => runsInTurns(trace, turns)),
  toLogInOrder: matcher(logsInOrder),
  toBePredictedBy: matcher(isPredictedBy),
  toSetTimers: matcher(setsTimers),
  toCallOnce: matcher((trace, ...names: string[]) => callsOnce(trace, names)),
  toCrashWith: matcher((trace, ...messages: string[]) => crashesWith(trace, messages)),
  toLeaveNothing: matcher(leavesNothing),
};

expect.extend(matchers);
