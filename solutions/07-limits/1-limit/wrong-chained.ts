// Chains each call to the call n places before it. (The call before it may be slow, and another place be free.)
// Fails: calls each f once, as soon as fewer than n are in flight, in the order of the calls
// Fails: frees the place of work that rejects, and of an f that throws, and goes on with the others
// Fails: has its own places in each function, and all of them again when all work has ended
// Says: whichever has ended, call the function of the call that waits longest.
export function limit(n: number): <T>(f: () => Promise<T>) => Promise<T> {
  if (n !== Infinity && !(Number.isInteger(n) && n > 0)) throw new RangeError('no such limit');

  const calls: Promise<unknown>[] = [];
  return (f) => {
    const before = calls[calls.length - n] ?? Promise.resolve();
    const result = before.then(() => f());
    calls.push(result.catch(() => {}));
    return result;
  };
}
