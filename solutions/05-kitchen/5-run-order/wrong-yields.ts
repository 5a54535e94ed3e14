// Assumes that code after an await of an immediate runs as the immediate does. (It runs as a microtask.)
// Fails: does all this for every call, also for one that a job makes
// Says: the code after an await, or in then(), is a microtask.
import { scheduler } from 'node:timers/promises';

interface Job {
  when: 'now' | 'tick' | 'micro' | 'macro';
  run: () => void;
}

export function schedule(jobs: Job[]): void {
  const macros: (() => void)[] = [];
  for (const { when, run } of jobs) {
    if (when === 'now') run();
    else if (when === 'tick') process.nextTick(run);
    else if (when === 'micro') queueMicrotask(run);
    else macros.push(run);
  }
  void (async () => {
    for (const run of macros) {
      await scheduler.yield();
      run();
    }
  })();
}
