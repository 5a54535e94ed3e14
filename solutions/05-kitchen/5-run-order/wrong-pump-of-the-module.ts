// One pump for all calls: it takes the list when it starts, and a macro job that is added meanwhile is lost.
// Fails: does all this for every call, also for one that a job makes
// Says: Was the code that logs it ever called?
interface Job {
  when: 'now' | 'tick' | 'micro' | 'macro';
  run: () => void;
}

let macros: (() => void)[] = [];

function pump(): void {
  const [run, ...others] = macros;
  run?.();
  macros = others;
  if (macros.length > 0) setImmediate(pump);
}

export function schedule(jobs: Job[]): void {
  for (const { when, run } of jobs) {
    if (when === 'now') run();
    if (when === 'tick') process.nextTick(run);
    if (when === 'micro') queueMicrotask(run);
    if (when === 'macro' && macros.push(run) === 1) setImmediate(pump);
  }
}
