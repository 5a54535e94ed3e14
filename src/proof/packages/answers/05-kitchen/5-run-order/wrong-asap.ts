// Takes asap for a callback of its own. (It is a queue like that of microtasks.)
// Says: Is 'macro 1' itself in one of these queues
import asap from 'asap';

interface Job {
  when: 'now' | 'tick' | 'micro' | 'macro';
  run: () => void;
}

export function schedule(jobs: Job[]) {
  for (const { when, run } of jobs) {
    if (when === 'now') run();
    if (when === 'tick') process.nextTick(run);
    if (when === 'micro') queueMicrotask(run);
    if (when === 'macro') asap(run);
  }
}
