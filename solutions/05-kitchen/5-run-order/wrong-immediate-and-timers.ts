// Runs the first macro job in an immediate and the others in timers of 0 ms. (Which of the two is first depends on the callback that sets them.)
// Fails: runs 'tick' jobs, then 'micro' jobs, then 'macro' jobs, each kind in the order given
// Says: Do all of them wait in the same way?
interface Job {
  when: 'now' | 'tick' | 'micro' | 'macro';
  run: () => void;
}

export function schedule(jobs: Job[]): void {
  let first = true;
  for (const { when, run } of jobs) {
    if (when === 'now') run();
    else if (when === 'tick') process.nextTick(run);
    else if (when === 'micro') queueMicrotask(run);
    else if (first) {
      first = false;
      setImmediate(run);
    } else setTimeout(run, 0);
  }
}
