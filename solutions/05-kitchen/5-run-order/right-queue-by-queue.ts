// Filters the jobs by kind, and queues one kind after another.
interface Job {
  when: 'now' | 'tick' | 'micro' | 'macro';
  run: () => void;
}

export function schedule(jobs: Job[]): void {
  const of = (when: Job['when']) => jobs.filter((job) => job.when === when);
  for (const { run } of of('now')) run();
  process.nextTick(() => {
    for (const { run } of of('tick')) run();
    for (const { run } of of('micro')) queueMicrotask(run);
  });
  for (const { run } of of('macro')) setTimeout(run, 0);
}
