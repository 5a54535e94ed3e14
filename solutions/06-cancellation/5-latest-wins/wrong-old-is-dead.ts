// Takes a search that has run for 5 s for dead, and does not abort it.
// Fails: aborts the signal of the search that it overtakes, and never that of the latest one
// Says: A later call came while it was running
type Search<T> = (query: string, signal: AbortSignal) => Promise<T>;

export function latest<T>(search: Search<T>): (query: string) => Promise<T> {
  let running: { controller: AbortController; since: number } | undefined;
  return async (query) => {
    if (running && Date.now() - running.since < 5000) running.controller.abort();
    const controller = new AbortController();
    const mine = { controller, since: Date.now() };
    running = mine;
    try {
      return await search(query, controller.signal);
    } finally {
      if (running !== mine) controller.abort();
      controller.signal.throwIfAborted();
    }
  };
}
