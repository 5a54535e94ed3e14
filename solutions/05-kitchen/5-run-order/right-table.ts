// A table with a function for each kind of job.
interface Job {
  when: 'now' | 'tick' | 'micro' | 'macro';
  run: () => void;
}

const queues = {
  now: (run: () => void) => run(),
  tick: process.nextTick,
  micro: (run: () => void) => void Promise.resolve().then(run),
  macro: (run: () => void) => void setTimeout(run),
};

export function schedule(jobs: Job[]): void {
  for (const { when, run } of jobs) queues[when](run);
}
