/** Starts work and returns its promise. Aborting the signal tells the work to stop. */
type Search<T> = (query: string, signal: AbortSignal) => Promise<T>;

/**
 * Returns a function for a search box: a new call overtakes the call before it, if its search is still running.
 *
 * - Each call calls `search` once, during the call, with the query and an AbortSignal of its own that is not aborted.
 *   A query that is equal to an earlier one is no exception. `latest` itself does not call `search`.
 * - A call that overtakes another one aborts the signal of its search, during the call. The signal of the latest
 *   search is never aborted.
 * - When a call was overtaken, it rejects with the reason of its signal: an Error whose `name` is 'AbortError'.
 *   (`abort()` makes one.) It rejects when its search has ended, and not earlier. (Stopping takes time.)
 * - It does so whatever its search fulfils or rejects with, and also when the later call has already ended.
 * - A call that was not overtaken fulfils with the value of its search, at the same moment.
 * - A call that was not overtaken rejects with the reason of its search, at the same moment. A throw of `search`
 *   counts as a rejection.
 * - The next call works like the first one, however the calls before it have ended.
 * - Each function that `latest` returns knows only its own calls, also when both got the same `search`.
 * - Sets no timer. (`setImmediate` counts as one.)
 */
export function latest<T>(search: Search<T>): (query: string) => Promise<T> {
  // TODO: return a function that aborts the search before, and starts its own.
  throw new Error('TODO: write latest() in katas/06-cancellation/5-latest-wins.ts');
}
