import type { EventEmitter } from 'node:events';

/** Gets an error; or `null`, or `undefined`, and then any number of results. */
type Callback<R extends unknown[]> = (error?: unknown, ...results: R) => void;

/**
 * Makes a function that returns a promise from `f`, whose last argument is a callback.
 *
 * - Each call of the new function calls `f` once, synchronously.
 * - `f` gets the `this` and the arguments of that call, unchanged, and then the callback.
 * - When the callback gets no error (`null` or `undefined`), the promise fulfils with the list of all results,
 *   whatever they are, and whatever `f` returned. No timer is set.
 * - When the callback gets an error (any truthy value), the promise rejects with it.
 * - When `f` throws anything, the call does not throw: the promise rejects with it.
 * - `f` may call the callback synchronously, too.
 * - The first callback or throw decides. Later ones change nothing.
 * - Each call has its own promise, also when several calls are in flight.
 */
export function promisify<A extends unknown[], R extends unknown[]>(
  f: (...args: [...A, Callback<R>]) => void,
): (...args: A) => Promise<R> {
  // TODO: return a function that calls f, and makes a promise of the callback.
  throw new Error('TODO: write promisify() in katas/02-tasks/5-promisify.ts');
}

/**
 * Makes a promise of the next event of this name (any but 'error', 'newListener' and 'removeListener').
 *
 * - Fulfils with the list of all arguments of the event, whatever they are. No timer is set.
 * - When an 'error' event comes first, `emit` does not throw: the promise rejects with its first argument,
 *   whatever that is.
 * - Neither event is missed, even when it is emitted immediately after the call.
 * - When handlers of the promise run, no listener of that call is left on the emitter. Other listeners stay
 *   as they are.
 * - Each call gets the next event after it, also when several calls have the same emitter and name.
 */
export function nextEvent(emitter: EventEmitter, name: string): Promise<unknown[]> {
  // TODO: make a promise of two events: this one, and 'error'.
  throw new Error('TODO: write nextEvent() in katas/02-tasks/5-promisify.ts');
}
