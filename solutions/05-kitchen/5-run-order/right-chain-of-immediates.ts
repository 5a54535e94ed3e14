// One nextTick job for all tick jobs, one microtask for all micro jobs, and an immediate that sets the next one.
interface Job {
  when: 'now' | 'tick' | 'micro' | 'macro';
  run: () => void;
}

export function schedule(jobs: Job[]): void {
  const of = (kind: Job['when']) => jobs.filter(({ when }) => when === kind).map(({ run }) => run);
  const macros = of('macro');
  for (const run of of('now')) run();
  process.nextTick((runs: (() => void)[]) => {
    for (const run of runs) run();
  }, of('tick'));
  const micros = of('micro');
  queueMicrotask(() => {
    for (const run of micros) run();
  });
  const next = () => {
    const run = macros.shift();
    if (!run) return;
    setImmediate(next);
    run();
  };
  setImmediate(next);
}
