// Assumes that the tick jobs need not wait when there is no now job to wait for. (The code after the call comes first.)
// Fails: runs the 'now' jobs, and only them, synchronously
// Says: To let it run later, pass the function itself to a queue
interface Job {
  when: 'now' | 'tick' | 'micro' | 'macro';
  run: () => void;
}

export function schedule(jobs: Job[]): void {
  const sync = jobs.every((j) => j.when !== 'now');
  for (const { when, run } of jobs) {
    if (when === 'now' || (sync && when === 'tick')) run();
    else if (when === 'tick') process.nextTick(run);
    else if (when === 'micro') queueMicrotask(run);
    else setImmediate(run);
  }
}
