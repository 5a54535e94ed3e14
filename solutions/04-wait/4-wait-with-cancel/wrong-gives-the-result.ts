// Races the promises of the jobs, and so knows what came out and not who it was.
// Fails: gives the job that made it cancel
// Fails: gives the first that ended, whichever of the cancelling jobs it was
// Fails: takes a failure for an end as any other
// Fails: cancels also when the cancelling job has failed
// Says: It gave 'QUIT' at 50 ms; expected 'the job quit'
interface Job {
  done: Promise<unknown>;
  cancel(): void;
}

export async function waitWithCancel<J extends Job>(
  jobs: Set<J>,
  cancelling: Set<J>,
): Promise<J | undefined> {
  const atWork = new Map([...jobs].map((job) => [job.done, job]));
  while (atWork.size > 0) {
    const ended = await Promise.race(
      [...atWork.keys()].map((done) =>
        done
          .then(
            () => done,
            () => done,
          )
          .then((value) => ({ done, value })),
      ),
    );
    const job = atWork.get(ended.done) as J;
    atWork.delete(ended.done);
    if (cancelling.has(job) && atWork.size > 0) {
      for (const other of atWork.values()) other.cancel();
      await Promise.allSettled(atWork.keys());
      return ended.value as J;
    }
  }
  return undefined;
}
