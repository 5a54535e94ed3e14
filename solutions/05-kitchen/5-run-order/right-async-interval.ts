// An async loop over the interval of timers/promises, one macro job for each beat.

import { setInterval } from 'node:timers/promises';

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
    for await (const _ of setInterval()) {
      const run = macros.shift();
      if (!run) break;
      run();
    }
  })();
}
