interface Job {
  when: 'now' | 'tick' | 'micro' | 'macro';
  run: () => void;
}

/**
 * Run each job from the queue that it names. Whoever calls this is a callback of the event loop, such
 * as a timer's.
 *
 * - The `now` jobs, and only they, run in the call, in the order given.
 * - When the call is over come the `tick` jobs, then the `micro` jobs, then the `macro` jobs, each in
 *   the order given.
 * - What these jobs put into the queues of ticks and microtasks, and what that puts there in turn, has
 *   run before any `macro` job runs.
 * - Each `macro` job has a round for itself: the microtasks that it makes have run
 *   before the next `macro` job runs.
 */
export function schedule(jobs: Job[]): void {
  for (const { when, run } of jobs) {
    if (when === 'now') run();
    if (when === 'tick') process.nextTick(run);
    if (when === 'micro') queueMicrotask(run);
    // An immediate each, and not one for all: between two of them the other queues are emptied.
    if (when === 'macro') setImmediate(run);
  }
}
