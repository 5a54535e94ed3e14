// Takes every AbortError for a sign of an overtaken call, and makes another one of it.
// Fails: rejects with the same reason when the latest search rejects or throws
// Says: Pass on the reason as it is
type Search<T> = (query: string, signal: AbortSignal) => Promise<T>;

export function latest<T>(search: Search<T>): (query: string) => Promise<T> {
  let controller: AbortController | undefined;
  return async (query) => {
    controller?.abort();
    controller = new AbortController();
    const { signal } = controller;
    try {
      return await search(query, signal);
    } catch (error) {
      if ((error as Error | null)?.name === 'AbortError')
        throw signal.reason ?? new DOMException('Overtaken', 'AbortError');
      throw error;
    } finally {
      signal.throwIfAborted();
    }
  };
}
