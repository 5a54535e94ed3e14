// Puts a call into the lane with the fewest calls. (Which lane is free first, no length can tell.)
// Fails: calls each f once, as soon as fewer than n are in flight, in the order of the calls
// Fails: frees the place of work that rejects, and of an f that throws, and goes on with the others
// Fails: lets no call overtake one that waits, in whatever microtask it comes
// Fails: has its own places in each function, and all of them again when all work has ended
// Says: whichever has ended, call the function of the call that waits longest.
export function limit(n: number): <T>(f: () => Promise<T>) => Promise<T> {
  if (n !== Infinity && !(Number.isInteger(n) && n > 0)) throw new RangeError('no such limit');

  const lanes: { calls: number; end: Promise<unknown> }[] = [];
  const lane = () => {
    const [shortest] = [...lanes].sort((one, other) => one.calls - other.calls);
    if (shortest && (shortest.calls === 0 || lanes.length >= n)) return shortest;
    const added = { calls: 0, end: Promise.resolve() };
    lanes.push(added);
    return added;
  };
  return async (f) => {
    const mine = lane();
    mine.calls++;
    const result = mine.end.then(() => f());
    const leave = () => mine.calls--;
    mine.end = result.then(leave, leave);
    return result;
  };
}
