// Assumes that a microtask added by a microtask runs much later. (It still runs before any timer or immediate.)
// Fails: runs everything that a job adds to the nextTick and microtask queues before any 'macro' job
// Fails: runs each 'macro' job in a callback of its own
// Fails: does all this for every call, also for one that a job makes
// Says: Is 'macro' itself in one of these queues
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
