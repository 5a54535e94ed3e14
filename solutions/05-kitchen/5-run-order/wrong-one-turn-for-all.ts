// Runs all macro jobs in the callback of one timer, so their microtasks run after the last one.
// Fails: runs each 'macro' job in a callback of its own
// Fails: does all this for every call, also for one that a job makes
// Says: Did 'macro 2' share one timer or immediate with the job before it?
interface Job {
  when: 'now' | 'tick' | 'micro' | 'macro';
  run: () => void;
}

export function schedule(jobs: Job[]): void {
  const macros: (() => void)[] = [];
  for (const { when, run } of jobs) {
    if (when === 'now') run();
    if (when === 'tick') process.nextTick(run);
    if (when === 'micro') queueMicrotask(run);
    if (when === 'macro') macros.push(run);
  }
  setTimeout(() => {
    for (const run of macros) run();
  }, 0);
}
