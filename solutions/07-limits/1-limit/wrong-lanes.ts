// Deals the calls out to n lanes, one after another. (A call waits in its lane while another lane is idle.)
// Fails: calls each f once, as soon as fewer than n are in flight, in the order of the calls
// Fails: frees the place of work that rejects, and of an f that throws, and goes on with the others
// Fails: has its own places in each function, and all of them again when all work has ended
// Says: whichever has ended, call the function of the call that waits longest.
export function limit(n: number): <T>(f: () => Promise<T>) => Promise<T> {
  if (n !== Infinity && !(Number.isInteger(n) && n > 0)) throw new RangeError('no such limit');

  const lanes: Promise<unknown>[] = [];
  let calls = 0;
  return async (f) => {
    const lane = calls++ % n;
    const result = (lanes[lane] ?? Promise.resolve()).then(() => f());
    lanes[lane] = result.catch(() => {});
    return result;
  };
}
