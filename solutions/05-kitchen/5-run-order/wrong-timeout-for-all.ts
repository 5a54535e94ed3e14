// Assumes that a timer of 0 ms will do for every job. (It is never synchronous, and runs after both queues.)
// Fails: runs the 'now' jobs, and only them, synchronously
// Fails: runs 'tick' jobs, then 'micro' jobs, then 'macro' jobs, each kind in the order given
// Fails: runs 'tick' jobs from the nextTick queue, and 'micro' jobs from the microtask queue
// Fails: runs everything that a job adds to the nextTick and microtask queues before any 'macro' job
// Fails: does all this for every call, also for one that a job makes
// Says: Code after an await, in a then or in a timer runs only after the call has returned.
interface Job {
  when: 'now' | 'tick' | 'micro' | 'macro';
  run: () => void;
}

export function schedule(jobs: Job[]): void {
  for (const { run } of jobs) setTimeout(run, 0);
}
