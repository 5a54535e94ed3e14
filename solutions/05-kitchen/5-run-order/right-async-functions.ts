// An async function that awaits a fulfilled promise and runs the job, for each micro job.
interface Job {
  when: 'now' | 'tick' | 'micro' | 'macro';
  run: () => void;
}

async function later(run: () => void): Promise<void> {
  await undefined;
  run();
}

export function schedule(jobs: Job[]): void {
  for (const { when, run } of jobs) {
    if (when === 'now') run();
    else if (when === 'tick') process.nextTick(run);
    else if (when === 'micro') later(run);
    else setImmediate(run);
  }
}
