// Assumes that nextTick jobs and microtasks share a queue. (All nextTick jobs run before the microtasks.)
// Fails: runs 'tick' jobs, then 'micro' jobs, then 'macro' jobs, each kind in the order given
// Fails: runs 'tick' jobs from the nextTick queue, and 'micro' jobs from the microtask queue
// Fails: does all this for every call, also for one that a job makes
// Says: In which of the two queues are 'micro 1' and 'tick 1'?
interface Job {
  when: 'now' | 'tick' | 'micro' | 'macro';
  run: () => void;
}

export function schedule(jobs: Job[]): void {
  for (const { when, run } of jobs) {
    if (when === 'now') run();
    if (when === 'tick' || when === 'micro') process.nextTick(run);
    if (when === 'macro') setImmediate(run);
  }
}
