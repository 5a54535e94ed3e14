/** `setTimeout` and its like, on the virtual clock; real outside of every run. */
import { promisify } from 'node:util';
import { native } from '../node/native.ts';
import { isCalledByNode, isCalledByPackage } from '../trace/place.ts';
import {
  arePackagesToldApart,
  areTimersOfNodeReal,
  currentClock,
  outsideOfRuns,
} from './run-context.ts';
import type { Timer, TimerKind } from './timer.ts';
import { timersPromises } from './timers-promises.ts';

type Callback = (...args: unknown[]) => unknown;

function timerFunction(kind: TimerKind, original: (...args: never[]) => unknown) {
  return (callback: Callback, delay?: unknown, ...args: unknown[]) => {
    const clock = currentClock();
    // Node's own says what is wrong with a callback that is none.
    const isReal = !clock || typeof callback !== 'function';
    if (isReal || (areTimersOfNodeReal() && isCalledByNode()))
      return outsideOfRuns(() => (original as Callback)(callback, delay, ...args));
    const isShort = kind === 'timeout' && !(Number(delay) > 1);
    const owner = isShort && arePackagesToldApart() && isCalledByPackage() ? 'package' : 'learner';
    return clock.set(kind, callback, delay, args, owner, clock.callerIfRemembered());
  };
}

function setImmediate(callback: Callback, ...args: unknown[]) {
  const clock = currentClock();
  const isReal = !clock || typeof callback !== 'function';
  if (isReal || (areTimersOfNodeReal() && isCalledByNode()))
    return outsideOfRuns(() => native.setImmediate(callback, ...args));
  const owner = arePackagesToldApart() && isCalledByPackage() ? 'package' : 'learner';
  return clock.set('immediate', callback, 0, args, owner, clock.callerIfRemembered());
}

/** Clears timeouts and intervals, which are the same to Node; an immediate is not. */
function clearTimer(original: (handle: never) => void) {
  return (handle: unknown) => {
    if (isTimer(handle)) return handle.kind === 'immediate' ? undefined : handle[Symbol.dispose]();
    const known = isNumber(handle) ? currentClock()?.find(Number(handle)) : undefined;
    return known ? known[Symbol.dispose]() : original(handle as never);
  };
}

/** What it does to a timeout is not the same on every Node: nothing since Node 24. */
function clearImmediate(handle: unknown) {
  if (!isTimer(handle)) return native.clearImmediate(handle as never);
  if (handle.kind === 'immediate') handle[Symbol.dispose]();
}

const isNumber = (handle: unknown) => typeof handle === 'number' || typeof handle === 'string';

/** Not by its class: a second copy of the lab makes timers, too. */
function isTimer(handle: unknown): handle is Timer {
  return (handle as Timer | null | undefined)?.armedAt !== undefined;
}

export const timerFunctions = {
  setTimeout: Object.assign(timerFunction('timeout', native.setTimeout), {
    [promisify.custom]: timersPromises.setTimeout,
  }),
  setInterval: timerFunction('interval', native.setInterval),
  setImmediate: Object.assign(setImmediate, {
    [promisify.custom]: timersPromises.setImmediate,
  }),
  clearTimeout: clearTimer(native.clearTimeout),
  clearInterval: clearTimer(native.clearInterval),
  clearImmediate,
};
for (const [name, value] of Object.entries(timerFunctions))
  Object.defineProperty(value, 'name', { value: name });
