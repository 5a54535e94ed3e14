// Listens only to those who may cancel, and does not know who else has ended, or failed.
// Fails: leaves alone who has ended already
// Fails: takes a failure for an end as any other
// Fails: cancels nobody when no cancelling job is among them
// Fails: gives undefined when the cancelling job is the last to end
// Fails: does not look at cancelling jobs that are not among the jobs
// Fails: gives undefined at once without jobs
// Says: 'parser was cancelled after its end' at 30 ms
interface Job {
  done: Promise<unknown>;
  cancel(): void;
}

export async function waitWithCancel<J extends Job>(
  jobs: Set<J>,
  cancelling: Set<J>,
): Promise<J | undefined> {
  const first = await Promise.race(
    [...cancelling]
      .filter((job) => jobs.has(job))
      .map((job) =>
        job.done.then(
          () => job,
          () => job,
        ),
      ),
  );
  const others = [...jobs].filter((job) => job !== first);
  for (const job of others) job.cancel();
  await Promise.allSettled(others.map(({ done }) => done));
  return first;
}
