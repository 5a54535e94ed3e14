// Runs the first macro job in one immediate, and all others in a second one.
// Fails: runs each 'macro' job in a callback of its own
// Says: Did 'macro 3' share one timer or immediate with the job before it?
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
  setImmediate(() => macros[0]?.());
  setImmediate(() => {
    for (const run of macros.slice(1)) run();
  });
}
