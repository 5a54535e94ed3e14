// An async function for each awaitable stores its result; the whole races against the first rejection.
export async function gather<T>(awaitables: Iterable<T | PromiseLike<T>>): Promise<T[]> {
  let fail: (error: unknown) => void = () => {};
  const failure = new Promise<never>((_, reject) => {
    fail = reject;
  });
  const results: T[] = [];
  const collectors = [...awaitables].map(async (awaitable, i) => {
    try {
      results[i] = await awaitable;
    } catch (error) {
      fail(error);
    }
  });
  const everything = async () => {
    for (const collector of collectors) await collector;
    return results;
  };
  return Promise.race([everything(), failure]);
}
