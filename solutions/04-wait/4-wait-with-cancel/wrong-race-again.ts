// Assumes that only the winner of a race has ended. (Others may have ended too: they are cancelled.)
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
  const atWork = new Set(jobs);
  const hearOf = (job: J) => job.done.then(() => job).catch(() => job);
  while (atWork.size > 0) {
    const ended = await Promise.race([...atWork].map(hearOf));
    atWork.delete(ended);
    if (!cancelling.has(ended)) continue;
    for (const job of atWork) job.cancel();
    await Promise.all([...atWork].map(hearOf));
    return atWork.size > 0 ? ended : undefined;
  }
  return undefined;
}
