// Brings the places into order with sort(), which compares them as text: '10' comes before '2'.
// Fails: fulfils with the results in input order, whichever promise fulfils first
// Says: The values are right, but their order is not.
export async function gather<T>(awaitables: Iterable<T | PromiseLike<T>>): Promise<T[]> {
  const results = new Map<number, T>();
  const collect = async (awaitable: T | PromiseLike<T>, place: number) => {
    results.set(place, await awaitable);
  };
  await Promise.all(Array.from(awaitables, collect));
  return [...results.keys()].sort().map((place) => results.get(place) as T);
}
