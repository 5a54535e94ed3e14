// A list is a queue, and pop takes the next one of it.
// Fails: runs the now jobs, and only them, in the call
// Fails: runs ticks, then microtasks, then macro jobs, each in the order given
// Fails: gives each macro job a turn for itself
// Says: In the call the order was another.
interface Job {
  when: 'now' | 'tick' | 'micro' | 'macro';
  run: () => void;
}

export function schedule(jobs: Job[]): void {
  const left = [...jobs];
  for (let job = left.pop(); job; job = left.pop()) {
    const { when, run } = job;
    if (when === 'now') run();
    if (when === 'tick') process.nextTick(run);
    if (when === 'micro') queueMicrotask(run);
    if (when === 'macro') setImmediate(run);
  }
}
