// Awaits the queue of each job, and runs it, before it looks at the next job.
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

const waits = {
  tick: () => new Promise<void>((resolve) => process.nextTick(resolve)),
  micro: () => Promise.resolve(),
  macro: () => new Promise<void>((resolve) => setImmediate(resolve)),
};

export async function schedule(jobs: Job[]): Promise<void> {
  for (const { when, run } of jobs) {
    if (when !== 'now') await waits[when]();
    run();
  }
}
