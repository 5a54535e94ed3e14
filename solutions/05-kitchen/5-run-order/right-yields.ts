// An async loop over the macro jobs that yields before each of them.

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
