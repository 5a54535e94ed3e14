// Takes the jobs out of the list with shift, and the list is that of the caller.
// Fails: does not change the list
// Says: The list belongs to the caller: work on a copy.
interface Job {
  when: 'now' | 'tick' | 'micro' | 'macro';
  run: () => void;
}

export function schedule(jobs: Job[]): void {
  for (let job = jobs.shift(); job; job = jobs.shift()) {
    const { when, run } = job;
    if (when === 'now') run();
    else if (when === 'tick') process.nextTick(run);
    else if (when === 'micro') queueMicrotask(run);
    else setImmediate(run);
  }
}
