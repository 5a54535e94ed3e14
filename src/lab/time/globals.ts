/**
 * Puts virtual time behind everything a learner may reasonably use to wait or to read the time. It is
 * done once for a worker, before any kata is loaded: a function that a kata keeps at the top of its
 * file (`const sleep = promisify(setTimeout)`) is then as virtual as one looked up later. Outside a
 * run each of them is the real one.
 */
import { syncBuiltinESMExports } from 'node:module';
import { native } from '../node/native.ts';
import { virtualisePorts } from './ports.ts';
import { currentClock } from './run-context.ts';
import { timerFunctions } from './timer-functions.ts';
import { timersPromises } from './timers-promises.ts';

const VirtualDate = new Proxy(native.Date, {
  construct: (target, args, newTarget) => {
    const clock = args.length === 0 ? currentClock() : undefined;
    return Reflect.construct(target, clock ? [clock.readDate()] : args, newTarget);
  },
  apply: (target) => {
    const clock = currentClock();
    return clock ? new target(clock.readDate()).toString() : target();
  },
  get: (target, key, receiver) => (key === 'now' ? dateNow : Reflect.get(target, key, receiver)),
});

const dateNow = () => currentClock()?.readDate() ?? native.Date.now();

const performanceNow = () => currentClock()?.read() ?? native.performanceNow();

/** Nanoseconds since the start of the run. */
const nanoseconds = (ms: number) => BigInt(Math.round(ms * 1e6));

const hrtime = Object.assign(
  (previous?: [number, number]): [number, number] => {
    const clock = currentClock();
    if (!clock) return native.hrtime(previous);
    const passed =
      nanoseconds(clock.read()) -
      (previous ? BigInt(previous[0]) * 1_000_000_000n + BigInt(previous[1]) : 0n);
    return [Number(passed / 1_000_000_000n), Number(passed % 1_000_000_000n)];
  },
  {
    bigint: () => {
      const clock = currentClock();
      return clock ? nanoseconds(clock.read()) : native.hrtime.bigint();
    },
  },
);

/** How long the event loop was busy and how long it waited, in ms; since an earlier reading where one is given. */
const eventLoopUtilization: typeof native.eventLoopUtilization = (later, earlier) => {
  const clock = currentClock();
  if (!clock) return native.eventLoopUtilization.call(performance, later, earlier);
  const total = { active: clock.burnt, idle: clock.now - clock.burnt };
  const [to, from] = earlier ? [later ?? total, earlier] : [total, later];
  const active = to.active - (from?.active ?? 0);
  const idle = to.idle - (from?.idle ?? 0);
  return { active, idle, utilization: active + idle === 0 ? 0 : active / (active + idle) };
};

/** CPU time in microseconds; since an earlier reading where one is given. */
const cpuUsage: typeof native.cpuUsage = (previous) => {
  const clock = currentClock();
  if (!clock) return native.cpuUsage.call(process, previous);
  return { user: clock.burnt * 1000 - (previous?.user ?? 0), system: 0 };
};

/** It samples by itself in Node's own C++, and would tell nothing of virtual time. */
const monitorEventLoopDelay: typeof native.monitorEventLoopDelay = (options) => {
  if (!currentClock()) return native.monitorEventLoopDelay(options);
  throw new Error(
    'monitorEventLoopDelay() measures the real event loop, but the clock of a test is virtual. Use a timer of your own.',
  );
};

/** As Node's: the signal aborts by itself after so many ms, with a TimeoutError. */
function abortSignalTimeout(ms: number): AbortSignal {
  const clock = currentClock();
  // Node's own says what is wrong with a time that is none.
  if (!clock || !isUint32(ms)) return native.abortSignalTimeout(ms);
  const controller = new AbortController();
  const expire = () =>
    controller.abort(new DOMException('The operation was aborted due to timeout', 'TimeoutError'));
  clock.set('AbortSignal.timeout', expire, ms).unref();
  return controller.signal;
}

const isUint32 = (ms: unknown) =>
  Number.isInteger(ms) && (ms as number) >= 0 && (ms as number) < 2 ** 32;

/** Safe to call again: it puts back whatever a kata may have put in the place of the lab's own. */
export function virtualiseTime(): void {
  Object.assign(globalThis, timerFunctions, { Date: VirtualDate });
  performance.now = performanceNow;
  performance.eventLoopUtilization = eventLoopUtilization;
  process.hrtime = hrtime;
  process.cpuUsage = cpuUsage;
  virtualisePorts();
  AbortSignal.timeout = abortSignalTimeout;
  Object.assign(process.getBuiltinModule('node:timers'), timerFunctions);
  Object.assign(process.getBuiltinModule('node:perf_hooks'), { monitorEventLoopDelay });
  Object.assign(process.getBuiltinModule('node:timers/promises'), timersPromises);
  // Makes named imports of these modules follow.
  syncBuiltinESMExports();
}
