// Assumes that nextTick waits for an iteration and that setImmediate does not. (The names mislead: it is the other way round.)
// Fails: runs 'tick' jobs, then 'micro' jobs, then 'macro' jobs, each kind in the order given
// Fails: runs 'tick' jobs from the nextTick queue, and 'micro' jobs from the microtask queue
// Fails: runs everything that a job adds to the nextTick and microtask queues before any 'macro' job
// Fails: runs each 'macro' job in a callback of its own
// Fails: does not wait for a promise that a job returns
// Fails: does all this for every call, also for one that a job makes
// Says: Is 'macro 1' itself in one of these queues, or 'tick 1' in an immediate?
interface Job {
  when: 'now' | 'tick' | 'micro' | 'macro';
  run: () => void;
}

export function schedule(jobs: Job[]): void {
  for (const { when, run } of jobs) {
    if (when === 'now') run();
    if (when === 'tick') setImmediate(run);
    if (when === 'micro') queueMicrotask(run);
    if (when === 'macro') process.nextTick(run);
  }
}
