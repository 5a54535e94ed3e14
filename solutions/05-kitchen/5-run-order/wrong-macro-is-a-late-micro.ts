// What comes after the microtasks can be a microtask that is queued a little later.
// Fails: lets everything that a job queues run before any macro job
// Fails: gives each macro job a turn for itself
// Says: Did 'macro' wait in one of these queues itself
interface Job {
  when: 'now' | 'tick' | 'micro' | 'macro';
  run: () => void;
}

export function schedule(jobs: Job[]): void {
  for (const { when, run } of jobs) {
    if (when === 'now') run();
    if (when === 'tick') process.nextTick(run);
    if (when === 'micro') queueMicrotask(run);
    if (when === 'macro') queueMicrotask(() => queueMicrotask(run));
  }
}
