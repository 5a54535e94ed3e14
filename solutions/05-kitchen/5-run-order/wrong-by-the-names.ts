// nextTick waits for the next turn, and setImmediate runs immediately: so say their names.
// Fails: runs ticks, then microtasks, then macro jobs, each in the order given
// Fails: lets everything that a job queues run before any macro job
// Fails: gives each macro job a turn for itself
// Says: Did 'macro 1' wait in one of these queues itself, or 'tick 1' for an immediate?
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
