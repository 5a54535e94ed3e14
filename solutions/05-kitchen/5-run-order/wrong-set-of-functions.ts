// Keeps the functions of each kind in a Set, so one that is in the list twice runs once.
// Fails: runs a job as often as it is in the list
// Says: The same function is in the list several times.
interface Job {
  when: 'now' | 'tick' | 'micro' | 'macro';
  run: () => void;
}

export function schedule(jobs: Job[]): void {
  const of = (when: Job['when']) => new Set(jobs.filter((j) => j.when === when).map((j) => j.run));
  for (const run of of('now')) run();
  for (const run of of('tick')) process.nextTick(run);
  for (const run of of('micro')) queueMicrotask(run);
  for (const run of of('macro')) setImmediate(run);
}
