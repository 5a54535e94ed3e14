// Each job in its turn: wait for its queue, run it, go on to the next.
// Fails: runs the now jobs, and only them, in the call
// Fails: runs ticks, then microtasks, then macro jobs, each in the order given
// Fails: lets everything that a job queues run before any macro job
// Says: 'now 1' was logged at 0 ms, but only after the call had given control back to its caller.
interface Job {
  when: 'now' | 'tick' | 'micro' | 'macro';
  run: () => void;
}

const waits = {
  tick: () => new Promise<void>((resolve) => process.nextTick(resolve)),
  micro: () => Promise.resolve(),
  macro: () => new Promise<void>((resolve) => setImmediate(resolve)),
};

export async function schedule(jobs: Job[]): Promise<void> {
  for (const { when, run } of jobs) {
    if (when !== 'now') await waits[when]();
    run();
  }
}
