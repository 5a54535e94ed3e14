import { join } from 'node:path';
import { judgingOf, runs } from '../time/run-context.ts';

/** Ways of ending the process: the specs run in it, so in a kata they fail instead, in words. */
const WAYS = ['exit', 'reallyExit', 'abort', 'kill', 'disconnect'] as const;

const refusals = Object.fromEntries(
  WAYS.map((way) => [
    way,
    () => {
      throw new Error(
        `process.${way}() would end the process in which the specs run. To end a function, return or throw.`,
      );
    },
  ]),
);

/** Safe to call again: vitest puts its own in place for every batch of files. */
export function keepProcess(): void {
  Object.assign(process, refusals);
}

/** What Node writes of a process lies where git does not look. */
export function keepReports(): void {
  if (process.report) process.report.directory = join(process.cwd(), '.learn-async');
}

const inert = () => {};

/** vitest sets `process.nextTick` for its own messages; in a run it stays what Node itself works with. */
export function keepNextTick(): void {
  let { nextTick } = process;
  Object.defineProperty(process, 'nextTick', {
    configurable: true,
    enumerable: true,
    // Code whose run is over may have to be kept from going on forever.
    get: () => {
      const run = runs.getStore();
      return run?.clock?.isOver ? inert : (judgingOf(run)?.nextTick ?? nextTick);
    },
    set: (value) => {
      const judging = judgingOf(runs.getStore());
      if (judging) {
        // Only the code of the run meets its fake.
        judging.nextTick = value === nextTick ? undefined : value;
        return;
      }
      if (value !== nextTick && runs.getStore()?.clock)
        throw new Error('process.nextTick cannot be replaced: Node itself uses it.');
      nextTick = value;
    },
  });
}
