// Gives the answer before when a search fulfils with `undefined` or `null`.
// Fails: fulfils with the value of the latest search, whatever value and in whatever order they end
// Says: what its search fulfils or rejects with is the result
type Search<T> = (query: string, signal: AbortSignal) => Promise<T>;

export function latest<T>(search: Search<T>): (query: string) => Promise<T> {
  let controller: AbortController | undefined;
  let answer: T | undefined;
  return async (query) => {
    controller?.abort();
    controller = new AbortController();
    const { signal } = controller;
    try {
      const value = await search(query, signal);
      signal.throwIfAborted();
      answer = value ?? answer;
      return answer ?? value;
    } catch (error) {
      signal.throwIfAborted();
      throw error;
    }
  };
}
