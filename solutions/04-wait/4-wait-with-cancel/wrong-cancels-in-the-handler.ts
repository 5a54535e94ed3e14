// Cancels in the handler of the cancelling job, before the handlers of other ended jobs have run.
// Fails: does not cancel jobs that have already ended
// Fails: fulfils with undefined when the cancelling job ends last
// Says: 'parser was cancelled after its end' at 17 ms
interface Job {
  done: Promise<unknown>;
  cancel(): void;
}

export async function waitWithCancel<J extends Job>(
  jobs: Set<J>,
  cancelling: Set<J>,
): Promise<J | undefined> {
  const ended = new Set<J>();
  let first: J | undefined;
  await Promise.allSettled(
    [...jobs].map((job) =>
      job.done
        .catch(() => {})
        .then(() => {
          ended.add(job);
          if (first || !cancelling.has(job)) return;
          const others = [...jobs].filter((other) => !ended.has(other));
          if (others.length > 0) first = job;
          others.forEach((other) => {
            other.cancel();
          });
        }),
    ),
  );
  return first;
}
