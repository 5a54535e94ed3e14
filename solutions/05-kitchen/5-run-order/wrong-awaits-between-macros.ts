// Runs all macro jobs in one callback, and assumes that ten awaits between them let everything else run. (A microtask may add any number of microtasks.)
// Fails: runs each 'macro' job in a callback of its own
// Says: Did 'macro 2' share one timer or immediate with the job before it?
interface Job {
  when: 'now' | 'tick' | 'micro' | 'macro';
  run: () => void;
}

export function schedule(jobs: Job[]): void {
  const macros: (() => unknown)[] = [];
  for (const { when, run } of jobs) {
    if (when === 'now') run();
    else if (when === 'tick') process.nextTick(run);
    else if (when === 'micro') queueMicrotask(run);
    else macros.push(run);
  }
  setImmediate(async () => {
    for (const run of macros) {
      run();
      for (let i = 0; i < 10; i += 1) await null;
    }
  });
}
