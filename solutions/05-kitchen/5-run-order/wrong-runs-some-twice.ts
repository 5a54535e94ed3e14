// Assumes that an else belongs to all the ifs above it. (It belongs only to the last one.)
// Fails: runs 'tick' jobs, then 'micro' jobs, then 'macro' jobs, each kind in the order given
// Fails: runs 'tick' jobs from the nextTick queue, and 'micro' jobs from the microtask queue
// Fails: runs everything that a job adds to the nextTick and microtask queues before any 'macro' job
// Fails: runs a job as often as it is in the list
// Fails: does not wait for a promise that a job returns
// Fails: does all this for every call, also for one that a job makes
// Says: Is the code that logs it called, or queued, in two places?
interface Job {
  when: 'now' | 'tick' | 'micro' | 'macro';
  run: () => void;
}

export function schedule(jobs: Job[]): void {
  for (const { when, run } of jobs) {
    if (when === 'now') run();
    if (when === 'tick') process.nextTick(run);
    if (when === 'micro') queueMicrotask(run);
    else setImmediate(run);
  }
}
