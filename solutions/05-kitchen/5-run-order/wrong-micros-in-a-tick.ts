// Runs the micro jobs in one nextTick job, behind the tick jobs.
// Fails: runs 'tick' jobs from the nextTick queue, and 'micro' jobs from the microtask queue
// Says: In the microtask queue, its nextTick jobs run after all microtasks.
interface Job {
  when: 'now' | 'tick' | 'micro' | 'macro';
  run: () => void;
}

export function schedule(jobs: Job[]): void {
  for (const { when, run } of jobs) if (when === 'now') run();
  for (const { when, run } of jobs) if (when === 'tick') process.nextTick(run);
  process.nextTick(() => {
    for (const { when, run } of jobs) if (when === 'micro') run();
  });
  for (const { when, run } of jobs) if (when === 'macro') setImmediate(run);
}
