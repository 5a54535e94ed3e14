// Each cancelling job that ends takes the place of the first, also one that ended because it was told to.
// Fails: gives the first that ended, whichever of the cancelling jobs it was
// Says: It gave 'the job hangUp' at 15 ms; expected 'the job quit'
interface Job {
  done: Promise<unknown>;
  cancel(): void;
}

export async function waitWithCancel<J extends Job>(
  jobs: Set<J>,
  cancelling: Set<J>,
): Promise<J | undefined> {
  const atWork = new Set(jobs);
  let found: J | undefined;
  await Promise.all(
    [...jobs].map(async (job) => {
      await Promise.allSettled([job.done]);
      atWork.delete(job);
      if (!cancelling.has(job) || (atWork.size === 0 && !found)) return;
      if (!found) for (const other of atWork) other.cancel();
      found = job;
    }),
  );
  return found;
}
