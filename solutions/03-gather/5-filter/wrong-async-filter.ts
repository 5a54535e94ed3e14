// Assumes that `filter` awaits its callback. (It sees a promise, and a promise is truthy.)
// Fails: fulfils with the items for which 'keep' fulfils with true
// Fails: calls 'keep' once for each item, without waiting for earlier answers
// Fails: fulfils as soon as the slowest promise has fulfilled, without a timer
// Fails: keeps the items in input order, whichever promise fulfils first
// Fails: asks for an item that is in the list twice, and keeps it by its own answer
// Fails: keeps any item unchanged, even a falsy one
// Fails: keeps two calls apart that are in flight at the same time
// Fails: rejects as soon as the first promise rejects, with the same reason
// Fails: causes no unhandled rejection, neither later nor at once
// Fails: does not change the input
// Says: Is a promise used as the answer? A promise is truthy, even a promise of false.
export async function filterAsync<T>(
  items: T[],
  keep: (item: T) => Promise<boolean>,
): Promise<T[]> {
  return items.filter(async (item) => await keep(item));
}
