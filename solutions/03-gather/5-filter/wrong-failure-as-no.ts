// Takes a question that has failed for one that was answered with no.
// Fails: passes the first failure on at the moment when it happens
// Says: the failure was swallowed on its way to the caller
export async function filterAsync<T>(
  items: T[],
  keep: (item: T) => Promise<boolean>,
): Promise<T[]> {
  const settled = await Promise.allSettled(items.map((item) => keep(item)));
  return items.filter((_, i) => {
    const answer = settled[i];
    return answer?.status === 'fulfilled' && answer.value;
  });
}
