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
    const promises = pending.map(({ done }) => done);
    const { done } = await wait(promises, 1);
    const ended = pending.filter((job) => done.has(job.done));
    pending = pending.filter((job) => !done.has(job.done));
    const first = ended.find((job) => cancelling.has(job));
    if (!first || pending.length === 0) continue;
    for (const job of pending) job.cancel();
    await wait(
      pending.map((job) => job.done),
      pending.length,
    );
    return first;
  }
  return undefined;
}

/** Waits until `enough` promises have settled, and tells which. */
function wait(promises: Promise<unknown>[], enough: number) {
  const done = new Set<Promise<unknown>>();
  return new Promise<{ done: Set<Promise<unknown>> }>((resolve) => {
    for (const promise of promises) {
      const settle = () => {
        done.add(promise);
        if (done.size >= enough) resolve({ done });
      };
      promise.then(settle, settle);
    }
  });
}
