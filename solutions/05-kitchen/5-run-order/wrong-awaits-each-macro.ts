// Awaits what each macro job returns before it starts the next one.
// Fails: does not wait for a promise that a job returns
// Says: Does your code await a job, or chain jobs with then()?
interface Job {
  when: 'now' | 'tick' | 'micro' | 'macro';
  run: () => void;
}

export function schedule(jobs: Job[]): void {
  const macros: (() => unknown)[] = [];
  for (const { when, run } of jobs) {
    if (when === 'now') run();
    else if (when === 'tick') process.nextTick(run);
    else if (when === 'micro') queueMicrotask(run);
    else macros.push(run);
  }
  const next = () => {
    const run = macros.shift();
    if (run)
      setImmediate(async () => {
        await run();
        next();
      });
  };
  next();
}
