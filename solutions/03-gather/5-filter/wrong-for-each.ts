// forEach does not wait for an async callback.
// Fails: keeps the items for which the answer is true
// Fails: asks about all of the items at once, about each of them once
// Fails: gives them when the slowest answer has come
// Fails: keeps their order, whichever answer comes first
// Fails: keeps any item, whatever it is
// Fails: passes the first failure on at the moment when it happens
// Fails: hears the other failures too
// Fails: leaves the list of the items as it was
// Says: It gave its result before all the work was done
export async function filterAsync<T>(
  items: T[],
  keep: (item: T) => Promise<boolean>,
): Promise<T[]> {
  const kept: T[] = [];
  items.forEach(async (item) => {
    if (await keep(item)) kept.push(item);
  });
  return kept;
}
