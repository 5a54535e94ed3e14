// Assumes that a timer with unref() fires in any case. (When nothing else keeps the program running, it ends first.)
// Fails: runs 'tick' jobs, then 'micro' jobs, then 'macro' jobs, each kind in the order given
// Says: Use a timer that keeps the process alive for what your code awaits.
interface Job {
  when: 'now' | 'tick' | 'micro' | 'macro';
  run: () => void;
}

export function schedule(jobs: Job[]): void {
  for (const { when, run } of jobs) {
    if (when === 'now') run();
    else if (when === 'tick') process.nextTick(run);
    else if (when === 'micro') queueMicrotask(run);
    else setTimeout(run, 1).unref();
  }
}
