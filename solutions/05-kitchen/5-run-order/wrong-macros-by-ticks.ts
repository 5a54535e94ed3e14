// Runs the first macro job in an immediate, and each other one in a nextTick job that a microtask queues.
// Fails: runs each 'macro' job in a callback of its own
// Says: Did 'macro 2' share one timer or immediate with the job before it?
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
    macros.shift()?.();
    if (macros.length > 0) queueMicrotask(() => process.nextTick(next));
  };
  if (macros.length > 0) setImmediate(next);
}
