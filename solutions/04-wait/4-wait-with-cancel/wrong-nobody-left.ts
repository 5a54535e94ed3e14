// Fulfils with the cancelling job although no job was left to cancel.
// Fails: fulfils with undefined when the cancelling job ends last
// Says: 'quit' ended last, so there was nothing to cancel.
interface Job {
  done: Promise<unknown>;
  cancel(): void;
}

export async function waitWithCancel<J extends Job>(
  jobs: Set<J>,
  cancelling: Set<J>,
): Promise<J | undefined> {
  const atWork = new Set(jobs);
  while (atWork.size > 0) {
    const ended = await Promise.race(
      [...atWork].map((job) =>
        job.done.then(
          () => job,
          () => job,
        ),
      ),
    );
    atWork.delete(ended);
    if (cancelling.has(ended)) {
      for (const job of atWork) job.cancel();
      await Promise.allSettled([...atWork].map(({ done }) => done));
      return ended;
    }
  }
  return undefined;
}
