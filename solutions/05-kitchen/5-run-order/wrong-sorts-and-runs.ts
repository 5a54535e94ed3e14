// Assumes that it is enough to sort the jobs. (They all run synchronously.)
// Fails: runs the 'now' jobs, and only them, synchronously
// Fails: runs 'tick' jobs from the nextTick queue, and 'micro' jobs from the microtask queue
// Fails: runs everything that a job adds to the nextTick and microtask queues before any 'macro' job
// Fails: runs each 'macro' job in a callback of its own
// Fails: does all this for every call, also for one that a job makes
// Says: To let it run later, pass the function itself to a queue
interface Job {
  when: 'now' | 'tick' | 'micro' | 'macro';
  run: () => void;
}

const ORDER = ['now', 'tick', 'micro', 'macro'];

export function schedule(jobs: Job[]): void {
  const sorted = jobs.toSorted((a, b) => ORDER.indexOf(a.when) - ORDER.indexOf(b.when));
  for (const { run } of sorted) run();
}
