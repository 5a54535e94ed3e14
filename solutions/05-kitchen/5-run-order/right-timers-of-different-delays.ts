// The macro jobs run in timers, each with a longer delay than the one before.
interface Job {
  when: 'now' | 'tick' | 'micro' | 'macro';
  run: () => void;
}

export function schedule(jobs: Job[]): void {
  jobs.forEach(({ when, run }, i) => {
    if (when === 'now') run();
    else if (when === 'tick') process.nextTick(run);
    else if (when === 'micro') void Promise.resolve().then(() => run());
    else setTimeout(run, 10 * i);
  });
}
