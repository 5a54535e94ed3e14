// Assumes that a chain of then() is a queue. (It also waits for a promise that a job returns.)
// Fails: does not wait for a promise that a job returns
// Says: A queue calls its functions, and awaits nothing.
interface Job {
  when: 'now' | 'tick' | 'micro' | 'macro';
  run: () => void;
}

export function schedule(jobs: Job[]): void {
  let chain: Promise<unknown> = Promise.resolve();
  for (const { when, run } of jobs) {
    if (when === 'now') run();
    else if (when === 'tick') process.nextTick(run);
    else if (when === 'micro') chain = chain.then(run);
    else setImmediate(run);
  }
}
