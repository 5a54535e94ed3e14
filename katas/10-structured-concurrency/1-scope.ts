/** Takes a cleanup: a function that closes what the body has opened. It may return a promise. */
type Defer = (cleanup: () => unknown) => void;

/**
 * Runs `body`, and after it the cleanups that it has deferred: what a scope opens, it closes.
 *
 * - When the body has settled, calls the cleanups one after another, in that millisecond and then each one as soon as
 *   the one before it has settled. The cleanup that was deferred last is called first.
 * - Calls `body` once, during the call. As long as the body is pending, `defer` takes any number of cleanups at any
 *   time. It calls none of them itself. A cleanup that was deferred twice is called twice. None gets an argument.
 * - Fulfils with the value of the body, whatever value it is, when the last cleanup has settled. What a cleanup
 *   fulfils with is not used.
 * - A cleanup may return a promise, a thenable, or any other value: then there is nothing to wait for.
 * - When the body rejects, does the same, and then rejects with the same reason, whatever value it is. A throw of `body`
 *   counts as a rejection.
 * - When a cleanup rejects or throws, still calls the others. If nothing else has failed, rejects at the end with the
 *   same reason, whatever value it is.
 * - When two have failed, rejects at the end with a new Error: its `error` is the later reason, its `suppressed` the
 *   earlier one. If more have failed, each of the two may be such an Error, too, so that all the reasons are there,
 *   the latest first. The reasons themselves stay as they are.
 * - When the body has settled, `defer` throws an Error with the message `the scope is over`, and does not call what it got.
 * - Each call has its own cleanups, also a call in the body or in a cleanup of another one.
 * - Sets no timer. (`setImmediate` counts as one.)
 */
export async function withScope<T>(body: (defer: Defer) => Promise<T>): Promise<T> {
  // TODO: run the body, and then the cleanups that it has deferred.
  throw new Error('TODO: write withScope() in katas/10-structured-concurrency/1-scope.ts');
}
