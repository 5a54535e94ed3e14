// Keeps the error in a variable and asks whether it is true. (A promise may reject with any value.)
// Fails: rejects with the same reason when the latest search rejects or throws
// Says: A promise may reject with any value.
type Search<T> = (query: string, signal: AbortSignal) => Promise<T>;

export function latest<T>(search: Search<T>): (query: string) => Promise<T> {
  let controller: AbortController | undefined;
  return async (query) => {
    controller?.abort();
    controller = new AbortController();
    const { signal } = controller;
    let value: T | undefined;
    let failure: unknown;
    try {
      value = await search(query, signal);
    } catch (error) {
      failure = error;
    }
    if (signal.aborted) throw signal.reason;
    if (failure) throw failure;
    return value as T;
  };
}
