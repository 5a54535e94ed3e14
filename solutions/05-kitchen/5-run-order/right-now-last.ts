// First fills the queues, then runs the now jobs: what is queued waits for them in any case.
interface Job {
  when: 'now' | 'tick' | 'micro' | 'macro';
  run: () => void;
}

export function schedule(jobs: Job[]): void {
  for (const { when, run } of jobs) {
    if (when === 'tick') process.nextTick(run);
    else if (when === 'micro') queueMicrotask(run);
    else if (when === 'macro') setImmediate(run);
  }
  for (const { when, run } of jobs) if (when === 'now') run();
}
