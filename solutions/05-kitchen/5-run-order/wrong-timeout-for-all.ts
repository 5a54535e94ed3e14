// Later is later: a timer of 0 ms will do for every queue.
// Fails: runs the now jobs, and only them, in the call
// Fails: runs ticks, then microtasks, then macro jobs, each in the order given
// Fails: lets everything that a job queues run before any macro job
// Says: A timer, a then and an await put things off
interface Job {
  when: 'now' | 'tick' | 'micro' | 'macro';
  run: () => void;
}

export function schedule(jobs: Job[]): void {
  for (const { run } of jobs) setTimeout(run, 0);
}
