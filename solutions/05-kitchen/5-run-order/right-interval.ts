// The macro jobs run in the beats of an interval, which stops itself.
interface Job {
  when: 'now' | 'tick' | 'micro' | 'macro';
  run: () => void;
}

export function schedule(jobs: Job[]): void {
  const macros: (() => void)[] = [];
  for (const { when, run } of jobs) {
    if (when === 'now') run();
    else if (when === 'tick') process.nextTick(run);
    else if (when === 'micro') queueMicrotask(run);
    else macros.push(run);
  }
  const beat = setInterval(() => {
    const run = macros.shift();
    if (macros.length === 0) clearInterval(beat);
    run?.();
  });
}
