// Calls `keep` for all items at once, but awaits one answer after another.
// Fails: rejects as soon as the first promise rejects, with the same reason
// Fails: causes no unhandled rejection, neither later nor at once
// Says: Does your code wait for 'a', or for all, before it looks at 'b'?
export async function filterAsync<T>(
  items: T[],
  keep: (item: T) => Promise<boolean>,
): Promise<T[]> {
  const answers = items.map((item) => keep(item));
  const kept: T[] = [];
  for (const [i, item] of items.entries()) {
    if (await answers[i]) kept.push(item);
  }
  return kept;
}
