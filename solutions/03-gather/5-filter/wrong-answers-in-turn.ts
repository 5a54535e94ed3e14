// Asks all at once, and hears the answers one after another.
// Fails: passes the first failure on at the moment when it happens
// Fails: hears the other failures too
// Says: something else was awaited first
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
