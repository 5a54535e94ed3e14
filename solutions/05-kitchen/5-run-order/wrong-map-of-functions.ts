// A Map from each function to its queue: a function that is in two queues runs only from the last one.
// Fails: runs a job as often as it is in the list
// Says: The same function is in the list several times.
interface Job {
  when: 'now' | 'tick' | 'micro' | 'macro';
  run: () => void;
}

export function schedule(jobs: Job[]): void {
  const queue = new Map(jobs.map((j) => [j.run, j.when]));
  for (const [run, when] of queue) {
    if (when === 'now') run();
    else if (when === 'tick') process.nextTick(run);
    else if (when === 'micro') queueMicrotask(run);
    else setImmediate(run);
  }
}
