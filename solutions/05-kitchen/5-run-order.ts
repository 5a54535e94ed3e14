interface Job {
  when: 'now' | 'tick' | 'micro' | 'macro';
  run: () => void;
}

/**
 * Runs each job from the queue that it names. `schedule` is called in a callback of the event loop, such as
 * that of a timer or of an immediate.
 *
 * - Runs the `now` jobs, and only them, synchronously, in the order given.
 * - When that callback has ended, runs the `tick` jobs, then the `micro` jobs, then the `macro` jobs,
 *   each kind in the order given.
 * - Runs `tick` jobs from the `nextTick` queue, and `micro` jobs from the microtask queue.
 * - Runs everything that a `now`, `tick` or `micro` job adds to the `nextTick` and microtask queues, and what
 *   that adds there, before any `macro` job.
 * - Runs each `macro` job in a callback of its own: what it adds to these two queues, and what that adds
 *   there, runs before the next `macro` job.
 * - Runs a job as often as it is in the list.
 * - Does not wait for a promise that a job returns.
 * - All this holds for every call, also for one that a job makes. Only when a `micro` job makes it, the order
 *   of its `tick` and `micro` jobs is free.
 * - Does not change the list.
 */
export function schedule(jobs: Job[]): void {
  for (const { when, run } of jobs) {
    if (when === 'now') run();
    if (when === 'tick') process.nextTick(run);
    if (when === 'micro') queueMicrotask(run);
    // One immediate for each job: between two of them Node empties the other queues.
    if (when === 'macro') setImmediate(run);
  }
}
