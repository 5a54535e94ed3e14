// Takes the jobs with pop, which begins at the end.
// Fails: runs the 'now' jobs, and only them, synchronously
// Fails: runs 'tick' jobs, then 'micro' jobs, then 'macro' jobs, each kind in the order given
// Fails: runs each 'macro' job in a callback of its own
// Fails: does not wait for a promise that a job returns
// Fails: does all this for every call, also for one that a job makes
// Says: Does your code go through them in the order given?
interface Job {
  when: 'now' | 'tick' | 'micro' | 'macro';
  run: () => void;
}

export function schedule(jobs: Job[]): void {
  const left = [...jobs];
  for (let job = left.pop(); job; job = left.pop()) {
    const { when, run } = job;
    if (when === 'now') run();
    if (when === 'tick') process.nextTick(run);
    if (when === 'micro') queueMicrotask(run);
    if (when === 'macro') setImmediate(run);
  }
}
