/**
 * Puts virtual time behind everything a learner may reasonably use to wait or to read the time. It is
 * done once for a worker, before any kata is loaded: a function that a kata keeps at the top of its
 * file (`const sleep = promisify(setTimeout)`) is then as virtual as one looked up later. Outside a
 * run each of them is the real one.
 */
import { syncBuiltinESMExports } from 'node:module';
import { native } from '../node/native.ts';
import { virtualiseClocks } from './clocks.ts';
import { virtualiseDates } from './dates.ts';
import { virtualisePorts } from './ports.ts';
import { currentClock } from './run-context.ts';
import { timerFunctions } from './timer-functions.ts';
import { timersPromises } from './timers-promises.ts';

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
  Object.assign(globalThis, timerFunctions);
  virtualiseDates();
  virtualiseClocks();
  virtualisePorts();
  AbortSignal.timeout = abortSignalTimeout;
  Object.assign(process.getBuiltinModule('node:timers'), timerFunctions);
  Object.assign(process.getBuiltinModule('node:timers/promises'), timersPromises);
  // Makes named imports of these modules follow.
  syncBuiltinESMExports();
}
