// Calls `keep` for two items, awaits both answers, and goes on with the next two.
// Fails: calls 'keep' once for each item, without waiting for earlier answers
// Fails: fulfils as soon as the slowest promise has fulfilled, without a timer
// Fails: asks for an item that is in the list twice, and keeps it by its own answer
// Fails: rejects as soon as the first promise rejects, with the same reason
// Says: Was 'a' awaited before 'c' was called? Start both first, then await them.
export async function filterAsync<T>(
  items: T[],
  keep: (item: T) => Promise<boolean>,
): Promise<T[]> {
  const kept: T[] = [];
  for (let i = 0; i < items.length; i += 2) {
    const pair = items.slice(i, i + 2);
    const answers = await Promise.all(pair.map((item) => keep(item)));
    kept.push(...pair.filter((_, j) => answers[j]));
  }
  return kept;
}
