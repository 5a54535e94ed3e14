// Assumes that `forEach` waits for an async callback. (It ignores what the callback returns.)
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
// Says: It did not wait for all work: 'a' (until 30 ms), 'b' (until 10 ms) and 'c' (until 20 ms) were still running.
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
