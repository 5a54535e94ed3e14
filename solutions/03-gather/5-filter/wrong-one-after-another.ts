// Asks about the next one when it knows about the one before.
// Fails: asks about all of the items at once, about each of them once
// Fails: gives them when the slowest answer has come
// Fails: passes the first failure on at the moment when it happens
// Says: Was a awaited before b was called? Start both, and await then.
export async function filterAsync<T>(
  items: T[],
  keep: (item: T) => Promise<boolean>,
): Promise<T[]> {
  const kept: T[] = [];
  for (const item of items) {
    if (await keep(item)) kept.push(item);
  }
  return kept;
}
