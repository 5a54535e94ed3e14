// Each job that ends checks whether it has to cancel the others; `Promise.allSettled` waits for all.
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
        .then(() => ended.add(job))
        // One step later: all that had ended by then is in the set.
        .then(() => {
          if (first || !cancelling.has(job)) return;
          const others = [...jobs].filter((other) => !ended.has(other));
          if (others.length > 0) first = job;
          for (const other of others) other.cancel();
        }),
    ),
  );
  return first;
}
