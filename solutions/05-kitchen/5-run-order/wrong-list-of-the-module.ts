// Keeps the macro jobs in a list of the module, so the next call runs them again.
// Fails: does all this for every call, also for one that a job makes
// Says: 'inner macro' was logged more often than expected.
interface Job {
  when: 'now' | 'tick' | 'micro' | 'macro';
  run: () => void;
}
const macros: (() => void)[] = [];
export function schedule(jobs: Job[]): void {
  for (const { when, run } of jobs) {
    if (when === 'now') run();
    else if (when === 'tick') process.nextTick(run);
    else if (when === 'micro') queueMicrotask(run);
    else macros.push(run);
  }
  for (const run of macros) setImmediate(run);
}
