// Sorts by a text of kind and place. (As a text, '10' comes before '2'.)
// Fails: runs 'tick' jobs, then 'micro' jobs, then 'macro' jobs, each kind in the order given
// Says: Is 'now 3' called before 'now 1'?
interface Job {
  when: 'now' | 'tick' | 'micro' | 'macro';
  run: () => void;
}

const ORDER = ['now', 'tick', 'micro', 'macro'];

export function schedule(jobs: Job[]): void {
  const places = jobs.map(({ when }, i) => `${ORDER.indexOf(when)}${i}`).sort();
  for (const place of places) {
    const { when, run } = jobs[Number(place.slice(1))] as Job;
    if (when === 'now') run();
    if (when === 'tick') process.nextTick(run);
    if (when === 'micro') queueMicrotask(run);
    if (when === 'macro') setImmediate(run);
  }
}
