// What does not run now runs later, and a timer of 0 ms is later.
// Fails: runs ticks, then microtasks, then macro jobs, each in the order given
// Fails: lets everything that a job queues run before any macro job
// Says: 'tick 1' came at 1 ms: it waited for a timer.
interface Job {
  when: 'now' | 'tick' | 'micro' | 'macro';
  run: () => void;
}

export function schedule(jobs: Job[]): void {
  for (const { when, run } of jobs) {
    if (when === 'now') run();
    else setTimeout(run, 0);
  }
}
