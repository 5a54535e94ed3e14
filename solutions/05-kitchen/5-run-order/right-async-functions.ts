// An async function that awaits a gate and runs the job: the gate is a fulfilled promise or an immediate.
interface Job {
  when: 'now' | 'tick' | 'micro' | 'macro';
  run: () => void;
}

async function later(gate: Promise<unknown>, run: () => void): Promise<void> {
  await gate;
  run();
}

const macrotask = () => new Promise((resolve) => setImmediate(resolve));

export function schedule(jobs: Job[]): void {
  for (const { when, run } of jobs) {
    if (when === 'now') run();
    else if (when === 'tick') process.nextTick(run);
    else if (when === 'micro') later(Promise.resolve(), run);
    else later(macrotask(), run);
  }
}
