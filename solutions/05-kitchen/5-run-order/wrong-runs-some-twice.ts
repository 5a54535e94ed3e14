// An else belongs to all the ifs above it, and not to the last one alone.
// Fails: runs ticks, then microtasks, then macro jobs, each in the order given
// Says: 'tick 1' came once more
interface Job {
  when: 'now' | 'tick' | 'micro' | 'macro';
  run: () => void;
}

export function schedule(jobs: Job[]): void {
  for (const { when, run } of jobs) {
    if (when === 'now') run();
    if (when === 'tick') process.nextTick(run);
    if (when === 'micro') queueMicrotask(run);
    else setImmediate(run);
  }
}
