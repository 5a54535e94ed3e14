/** The fakes that a test can put in the place of what all code shares, and how to take them away again. */

import { once } from '../../node/once.ts';
import { judgingOf, runs } from '../../time/run-context.ts';

/** Of vitest's `vi`. */
export interface VitestFakes {
  isFakeTimers(): boolean;
  useRealTimers(): unknown;
  restoreAllMocks(): unknown;
  unstubAllGlobals(): unknown;
}

/** What waits in real time, whatever is faked: `waitFor` and `waitUntil` of `vi`, `poll` of `expect`. */
type Waiting = Record<string, unknown>;

/**
 * In a check, vitest's own ways of waiting throw. They ask again and again by timers that the virtual clock does not
 * know, and go on when the check has long been given up: then they move the fakes of another one.
 */
export function refuseToWait(owner: string, of: object, names: readonly string[]): void {
  const functions = of as Waiting;
  for (const name of names) {
    const real = functions[name] as (...args: unknown[]) => unknown;
    if (refusing.has(real)) continue;
    const refuses = (...args: unknown[]) => {
      if (!judgingOf(runs.getStore())) return real.apply(of, args);
      throw new Error(
        `${owner}.${name}() waits in real time: it asks again and again until something has happened. Move the clock, then look once.`,
      );
    };
    refusing.add(refuses);
    functions[name] = refuses;
  }
}

const refusing = once('refusing', () => new WeakSet<object>());

/** What `install()` of fake-timers puts in the place of `setTimeout`. */
interface Installed {
  readonly clock?: { uninstall?: () => void };
}

/**
 * Takes away all fakes that are in place. To be called before anything else is put back: the packages remember what
 * they have replaced, and would not work a second time.
 *
 * @param real what `Date` had before
 * @returns whose they were, in words
 */
export function takeAwayFakes(vi: VitestFakes, real: { now: () => number }): string[] {
  const found: string[] = [];
  if (vi.isFakeTimers()) {
    found.push('the fake timers of vi.useFakeTimers()');
    vi.useRealTimers();
  }
  const { clock } = globalThis.setTimeout as Installed;
  if (clock?.uninstall) {
    found.push('the fake timers of install()');
    clock.uninstall();
  }
  if (Date.now !== real.now) {
    found.push('a fake of Date.now');
    Date.now = real.now;
  }
  return found;
}

/** What it has spied on is forgotten. To be called when all else is put back: a spy on a fake would bring that back. */
export function forgetSpies(vi: VitestFakes): void {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
}
