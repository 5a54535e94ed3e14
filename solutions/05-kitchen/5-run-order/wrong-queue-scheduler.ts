// Assumes that the queueScheduler of rxjs runs a job during the call. (Not within another one of its jobs: that has to end first.)
// Fails: does all this for every call, also for one that a job makes
// Says: There is more than one call of schedule, and a job makes one of them.
import { queueScheduler } from 'rxjs';

interface Job {
  when: 'now' | 'tick' | 'micro' | 'macro';
  run: () => void;
}

export function schedule(jobs: Job[]): void {
  for (const { when, run } of jobs) {
    if (when === 'now') queueScheduler.schedule(() => run());
    if (when === 'tick') process.nextTick(run);
    if (when === 'micro') queueMicrotask(run);
    if (when === 'macro') setImmediate(run);
  }
}
