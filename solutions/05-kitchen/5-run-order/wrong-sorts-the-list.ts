// Sorts the list of the caller. (sort() changes the list; toSorted() does not.)
// Fails: does not change the list
// Says: The list belongs to the caller: work on a copy.
interface Job {
  when: 'now' | 'tick' | 'micro' | 'macro';
  run: () => void;
}

export function schedule(jobs: Job[]): void {
  const order = ['now', 'tick', 'micro', 'macro'];
  jobs.sort((a, b) => order.indexOf(a.when) - order.indexOf(b.when));
  for (const { when, run } of jobs) {
    if (when === 'now') run();
    else if (when === 'tick') process.nextTick(run);
    else if (when === 'micro') queueMicrotask(run);
    else setImmediate(run);
  }
}
