// Assumes that p-map handles every promise. (After a failure it looks at none of the rest.)
// Says: Attach a handler to every promise that may reject.
import pMap from 'p-map';

export async function gatherProps(promises: Record<string, PromiseLike<unknown>>) {
  const entries = Object.entries(promises);
  return Object.fromEntries(await pMap(entries, async ([key, promise]) => [key, await promise]));
}
