// Chains each call to the one before: after one failure all calls fail.
// Fails: calls search during each call, with the query and a signal that is not aborted
// Fails: works again after each way in which a call can end
// Says: 'search rome', 'search roma' and 'search romeo' were never started
type Search<T> = (query: string, signal: AbortSignal) => Promise<T>;

export function latest<T>(search: Search<T>): (query: string) => Promise<T> {
  let controller: AbortController | undefined;
  let failed: { reason: unknown } | undefined;
  return async (query) => {
    if (failed) throw failed.reason;
    controller?.abort();
    controller = new AbortController();
    const { signal } = controller;
    try {
      return await search(query, signal);
    } catch (error) {
      if (!signal.aborted) failed = { reason: error };
      throw error;
    } finally {
      signal.throwIfAborted();
    }
  };
}
