// Keeps the controller of a search that has rejected for the next one, because nobody has aborted it.
// Fails: calls search during each call, with the query and a signal that is not aborted
// Says: with the signal of an earlier search
type Search<T> = (query: string, signal: AbortSignal) => Promise<T>;

export function latest<T>(search: Search<T>): (query: string) => Promise<T> {
  let controller: AbortController | undefined;
  let spare: AbortController | undefined;
  return async (query) => {
    if (!spare) controller?.abort();
    const mine = spare ?? new AbortController();
    spare = undefined;
    controller = mine;
    try {
      const value = await search(query, mine.signal);
      mine.signal.throwIfAborted();
      return value;
    } catch (error) {
      mine.signal.throwIfAborted();
      spare = mine;
      throw error;
    }
  };
}
