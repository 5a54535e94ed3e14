// Assumes that `filter` awaits its callback. (It sees a promise, and a promise is truthy.)
// Fails: fulfils with the items for which 'keep' fulfils with true
// Fails: calls 'keep' once for each item, without waiting for earlier calls
// Fails: fulfils as soon as the slowest promise has fulfilled
// Fails: keeps the items in input order, whichever promise fulfils first
// Fails: keeps falsy items like any other
// Fails: rejects as soon as the first promise rejects, with the same error
// Fails: causes no unhandled rejection when others reject later
// Fails: does not change the input
// Says: Is a promise used as the answer? A promise is truthy, even a promise of false.
export async function filterAsync<T>(
  items: T[],
  keep: (item: T) => Promise<boolean>,
): Promise<T[]> {
  return items.filter(async (item) => await keep(item));
}
