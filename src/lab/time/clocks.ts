/** Clocks that count from the start of the run; real outside of every run. */
import type { PerformanceMeasure } from 'node:perf_hooks';
import { native } from '../node/native.ts';

import { currentClock } from './run-context.ts';
import { EPOCH } from './time-line.ts';

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

/** In seconds; a run begins as a process does. */
const uptime = () => {
  const clock = currentClock();
  return clock ? clock.read() / 1000 : native.uptime.call(process);
};

const mark: typeof native.mark = (name, options) => {
  const clock = currentClock();
  const isRight = options === undefined || (typeof options === 'object' && options !== null);
  if (!clock || !isRight) return native.mark.call(performance, name, options);
  const startTime = options?.startTime ?? clock.read();
  return native.mark.call(performance, name, { ...options, startTime });
};

/** From where to where; what is left out is the present time. */
type Measured = { start?: unknown; end?: unknown; duration?: unknown } | null;

function measure(name: string, from?: unknown, to?: string): PerformanceMeasure {
  const clock = currentClock();
  const given = typeof from === 'object' ? (from as Measured) : { start: from ?? 0, end: to };
  const isWhole = given?.end !== undefined || (given?.start !== undefined && given.duration);
  const arguments_ = !clock || isWhole ? [from, to] : [{ ...given, end: clock.read() }];
  return native.measure.apply(performance, [name, ...arguments_] as never);
}

/** They sample, or measure, by themselves in Node's own code, and would tell nothing of virtual time. */
function refusing<Args extends unknown[], Result>(name: string, real: (...args: Args) => Result) {
  return (...args: Args): Result => {
    if (!currentClock()) return real.apply(performance, args);
    throw new Error(
      `${name}() measures real time, but the clock of a test is virtual. Measure with performance.now().`,
    );
  };
}

const timeOrigin = {
  get: () => (currentClock() ? EPOCH : native.timeOrigin),
  configurable: true,
  enumerable: true,
};

const toJSON = () => ({
  ...native.performanceToJson.call(performance),
  timeOrigin: performance.timeOrigin,
});

/** Node reads the real clock when it makes an event: the virtual one stood at what it had been moved to by then. */
const timeStamp = {
  get(this: Event) {
    const real: number = native.timeStamp.call(this as never);
    return currentClock()?.timeAt(real) ?? real;
  },
  configurable: true,
  enumerable: true,
};

export function virtualiseClocks(): void {
  Object.assign(performance, {
    now: performanceNow,
    eventLoopUtilization,
    mark,
    measure,
    timerify: refusing('performance.timerify', native.timerify as never),
    toJSON,
  });
  Object.defineProperty(performance, 'timeOrigin', timeOrigin);
  Object.defineProperty(Event.prototype, 'timeStamp', timeStamp);
  Object.assign(process, { hrtime, cpuUsage, uptime });
  const monitorEventLoopDelay = refusing('monitorEventLoopDelay', native.monitorEventLoopDelay);
  Object.assign(process.getBuiltinModule('node:perf_hooks'), { monitorEventLoopDelay });
}
