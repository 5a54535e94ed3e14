// Rejects with a new Error that says what was asked; the caller needs the reason itself.
// Fails: rejects as soon as the first promise rejects, with the same reason
// Fails: causes no unhandled rejection, neither later nor at once
// Says: It failed at 11 ms: one of the items could not be checked
export async function filterAsync<T>(
  items: T[],
  keep: (item: T) => Promise<boolean>,
): Promise<T[]> {
  const answers = await Promise.all(items.map((item) => keep(item))).catch((cause) => {
    throw new Error('one of the items could not be checked', { cause });
  });
  return items.filter((_, i) => answers[i]);
}
