// Assumes that two microtasks in the right order are as good as a nextTick job and a microtask. (The nextTick queue is another one.)
// Fails: runs 'tick' jobs from the nextTick queue, and 'micro' jobs from the microtask queue
// Says: Does each kind of job run from the queue that it names?
interface Job {
  when: 'now' | 'tick' | 'micro' | 'macro';
  run: () => void;
}

export function schedule(jobs: Job[]): void {
  for (const { when, run } of jobs) if (when === 'now') run();
  for (const { when, run } of jobs) if (when === 'tick') queueMicrotask(run);
  for (const { when, run } of jobs) if (when === 'micro') queueMicrotask(run);
  for (const { when, run } of jobs) if (when === 'macro') setImmediate(run);
}
