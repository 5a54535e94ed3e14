import { AsyncLocalStorage } from 'node:async_hooks';

const requests = new AsyncLocalStorage<string>();

/**
 * Calls `f` as part of the request `id`. All that `f` sets going knows that id, and nobody has to pass it on.
 *
 * - Calls `f` once, in the call, without arguments. In it, and in all functions that it calls, `requestId()` returns `id`.
 * - Returns what `f` returns, as it is. A promise is returned at once, and is that very promise. What `f` throws, it throws.
 * - After each `await` in `f`, `requestId()` still returns `id`. So it does in the async functions that `f` calls.
 * - What `f` sets going knows the id, whenever it runs: timers, microtasks, immediates, handlers of promises.
 * - Several requests may be in flight at the same time. Each of them knows its own id, in whatever order they end.
 * - It still knows the id when `f` has returned, and when the promise of `f` has settled.
 * - A request may be called within another one. The inner id holds in it, and in what it sets going, and nowhere else.
 * - For the caller nothing changes, whether `f` returns, throws, fulfils or rejects: not just after the call, and not later.
 *   A rejection that it does not handle stays unhandled.
 * - What was set going outside of the request is no part of it, also when `f` awaits it.
 * - An id is any text, also '' and one that another request has. It is not looked at.
 * - Leaves each AsyncLocalStorage of others as it is. Sets no timer, and replaces nothing of Node.
 */
export function withRequest<T>(id: string, f: () => T): T {
  return requests.run(id, f);
}

/** Returns the id of the request that the running code is part of, or undefined if it is part of none. */
export function requestId(): string | undefined {
  return requests.getStore();
}
