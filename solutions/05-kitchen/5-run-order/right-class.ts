// A class that has a generator for each kind.
interface Job {
  when: 'now' | 'tick' | 'micro' | 'macro';
  run: () => void;
}

class Kitchen {
  readonly jobs: readonly Job[];
  constructor(jobs: readonly Job[]) {
    this.jobs = jobs;
  }
  *of(kind: Job['when']) {
    for (const job of this.jobs) if (job.when === kind) yield () => job.run();
  }
  open() {
    for (const run of this.of('macro')) setImmediate(run);
    for (const run of this.of('micro')) queueMicrotask(run);
    for (const run of this.of('tick')) process.nextTick(run);
    for (const run of this.of('now')) run();
  }
}

export function schedule(jobs: Job[]): void {
  new Kitchen(jobs).open();
}
