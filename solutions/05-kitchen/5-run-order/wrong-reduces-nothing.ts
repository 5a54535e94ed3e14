// Assumes that reduce() works on every list. (Without an initial value it throws on an empty one.)
// Fails: runs the 'now' jobs, and only them, synchronously
// Says: Reduce of empty array with no initial value
interface Job {
  when: 'now' | 'tick' | 'micro' | 'macro';
  run: () => void;
}

export function schedule(jobs: Job[]): void {
  jobs
    .map((job) => () => {
      const { when, run } = job;
      if (when === 'now') run();
      else if (when === 'tick') process.nextTick(run);
      else if (when === 'micro') queueMicrotask(run);
      else setImmediate(run);
    })
    .reduce((all, one) => () => {
      all();
      one();
    })();
}
