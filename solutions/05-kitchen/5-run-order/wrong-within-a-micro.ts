// Assumes that a call within a micro job is in the queue already, and runs its micro jobs synchronously.
// Fails: does all this for every call, also for one that a job makes
// Says: There is more than one call of schedule, and a job makes one of them.
interface Job {
  when: 'now' | 'tick' | 'micro' | 'macro';
  run: () => void;
}

let isInMicro = false;

function inMicro(run: () => void): void {
  isInMicro = true;
  run();
  isInMicro = false;
}

export function schedule(jobs: Job[]): void {
  for (const { when, run } of jobs) {
    if (when === 'now') run();
    if (when === 'tick') process.nextTick(run);
    if (when === 'micro' && isInMicro) run();
    if (when === 'micro' && !isInMicro) queueMicrotask(() => inMicro(run));
    if (when === 'macro') setImmediate(run);
  }
}
