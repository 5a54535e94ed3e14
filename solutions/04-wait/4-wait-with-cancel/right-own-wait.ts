// A loop over a helper that waits for some of the jobs: first for the next one, then for all cancelled ones.
interface Job {
  done: Promise<unknown>;
  cancel(): void;
}

export async function waitWithCancel<J extends Job>(
  jobs: Set<J>,
  cancelling: Set<J>,
): Promise<J | undefined> {
  let pending = [...jobs];
  while (pending.length > 0) {
    const { done } = await wait(pending, 1);
    const ended = pending.filter((job) => done.has(job.done));
    pending = pending.filter((job) => !done.has(job.done));
    const first = ended.find((job) => cancelling.has(job));
    if (!first || pending.length === 0) continue;
    for (const job of pending) job.cancel();
    await wait(pending, pending.length);
    return first;
  }
  return undefined;
}

/** Waits until `enough` jobs have ended, and tells which promises have settled. */
function wait(jobs: Job[], enough: number) {
  const done = new Set<Promise<unknown>>();
  let ended = 0;
  return new Promise<{ done: Set<Promise<unknown>> }>((resolve) => {
    for (const job of jobs) {
      const settle = () => {
        done.add(job.done);
        ended++;
        if (ended >= enough) resolve({ done });
      };
      job.done.then(settle, settle);
    }
  });
}
