interface Job {
  when: 'now' | 'tick' | 'micro' | 'macro';
  run: () => void;
}

/**
 * Runs each job from the queue that it names. `schedule` is called in a callback of the event loop, such as
 * that of a timer.
 *
 * - Runs the `now` jobs, and only them, synchronously, in the order given.
 * - When that callback has ended, runs the `tick` jobs, then the `micro` jobs, then the `macro` jobs,
 *   each kind in the order given.
 * - Runs everything that a `now`, `tick` or `micro` job adds to the `nextTick` and microtask queues, and what
 *   that adds there, before any `macro` job.
 * - Runs each `macro` job in a callback of its own: the microtasks that it adds run before the next
 *   `macro` job.
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
