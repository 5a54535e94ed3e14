// An await is a tick: both mean as soon as possible.
// Fails: runs ticks, then microtasks, then macro jobs, each in the order given
// Says: In which of the two do 'micro 1' and 'tick 1' wait?
interface Job {
  when: 'now' | 'tick' | 'micro' | 'macro';
  run: () => void;
}

export function schedule(jobs: Job[]): void {
  const tick = async (run: () => void) => {
    await null;
    run();
  };
  for (const { when, run } of jobs) {
    if (when === 'now') run();
    if (when === 'tick') tick(run);
    if (when === 'micro') queueMicrotask(run);
    if (when === 'macro') setImmediate(run);
  }
}
