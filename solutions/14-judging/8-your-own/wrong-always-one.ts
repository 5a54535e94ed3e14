// Tries a limit of 1 only. (What is right for 1 can be wrong for 2, and for Infinity.)
// Fails: notices wrong-all-free-when-none-waits: When an end finds nobody in the line, all places are free
// Fails: notices wrong-any-of-all: Waits with Promise.any for an end of those in flight
// Fails: notices wrong-asks-for-a-reason: Gives the place back with `if (reason)`
// Fails: notices wrong-async-executor: Does all in an async executor
// Fails: notices wrong-by-limit: Keeps one line for each number n
// Fails: notices wrong-chained: Chains each call to the call n places before it
// Fails: notices wrong-circuit-breaker: Stops after three failures one after another
// Fails: notices wrong-counts-after-the-call: Counts a piece of work when its function has returned
// Fails: notices wrong-error-values: Keeps results and errors in one variable, and throws it if it is an Error
// Fails: notices wrong-frees-twice: Gives the place back in `catch`, and once more in `finally`
// Fails: notices wrong-full-line: Takes at most a hundred calls in the line, and rejects the others
// Fails: notices wrong-goes-back-to-the-front: Wakes a waiter, who looks again, and who waits at the front if a newcomer was quicker
// Fails: notices wrong-if-error: Asks whether there is an error with if (error)
// Fails: notices wrong-in-chunks: Starts n at a time, and the next n when all of them have settled
// Fails: notices wrong-inside-goes-first: A call that is made inside of an `f` goes to the head of the line
// Fails: notices wrong-keeps-the-place: Gives the place back behind the await
// Fails: notices wrong-lanes: Deals the calls out to n lanes, one after another
// Fails: notices wrong-last-first-in-one-ms: Collects the calls that find a place, and starts them a microtask later, the last one first
// Fails: notices wrong-last-limit-for-all: Keeps the limit in the module
// Fails: notices wrong-list-of-places: Makes a list with a place for each of the n
// Fails: notices wrong-looks-again: Wakes the first waiter, who looks whether there is room
// Fails: notices wrong-map-of-functions: Joins a call to the running work of the same function
// Fails: notices wrong-no-value-is-no-end: Waits until there is a value
// Fails: notices wrong-one-at-a-time: Awaits the work before it
// Fails: notices wrong-one-count-for-all: Counts outside of limit()
// Fails: notices wrong-one-result-for-all: Keeps the result in a variable that all calls share
// Fails: notices wrong-one-start-for-two-ends: Plans one microtask for all ends in one millisecond, and starts one call in it
// Fails: notices wrong-race-of-all: Waits with Promise.race for the first end of those in flight
// Fails: notices wrong-race-without-a-line: Waits with a race of those in flight until there is room
// Fails: notices wrong-reentrant: Calls `f` immediately if the call is made inside of an `f`, so that it never waits for itself
// Fails: notices wrong-returns-in-finally: Returns from `finally`
// Fails: notices wrong-set-of-functions: Keeps the functions that wait in a Set
// Fails: notices wrong-set-of-promises: Counts a Set of the promises in flight
// Fails: notices wrong-settles-with-the-group: Tells the results when all places are free again
// Fails: notices wrong-shortest-lane: Puts a call into the lane with the fewest calls
// Fails: notices wrong-side-branch: Gives the place back in a finally() of its own
// Fails: notices wrong-stops-at-a-failure: Rejects all that wait when one piece of work has failed
// Fails: notices wrong-swallows: Catches what the work rejects with, so that the others go on
// Fails: notices wrong-throw-forgets-the-line: A call that finds a place, and whose `f` throws, starts no other
// Fails: notices wrong-throw-frees-first: Frees the place of an `f` that throws, and calls the next one a microtask later
// Fails: notices wrong-throw-keeps-the-place: Attaches finally() to the promise of the work
// Fails: notices wrong-throw-starts-later: Looks a microtask after a throw who is next
// Fails: notices wrong-throws-in-the-call: Calls `f` in a plain function if there is room
// Fails: notices wrong-throws-out: Calls the next function where the work before it ends
// Fails: notices wrong-tries-again: Calls a function that throws once more before it gives up
// Fails: notices wrong-wakes-all: Wakes all that wait at each end, and each looks whether there is room
// Fails: notices wrong-wakes-and-counts: Counts a waiter when it has woken up
// Fails: notices wrong-wakes-on-success: Wakes the next one in then(), and only frees the place in catch()
// Fails: notices wrong-whole-numbers-only: Takes whole numbers only
// Fails: notices wrong-workers-that-go: Starts n workers at the first call, and they end when the list is empty
// Fails: notices wrong-wraps-the-error: Rejects with an error of its own that has the reason as its cause
// Says: Other work may still be in flight.
import { expect, vi } from 'vitest';

type Limit = (n: number) => <T>(f: () => Promise<T>) => Promise<T>;

/** Work that is settled from outside, by its name. */
function workToSettle() {
  const started: string[] = [];
  const ends = new Map<string, PromiseWithResolvers>();
  const work = (name: string) => () => {
    started.push(name);
    return new Promise<unknown>((resolve, reject) => {
      ends.set(name, { resolve, reject });
    });
  };
  return { started, ends, work };
}

interface PromiseWithResolvers {
  resolve(value: unknown): void;
  reject(reason: unknown): void;
}

const { setImmediate } = globalThis;
const turn = () => new Promise((resolve) => setImmediate(resolve));

export async function check(limit: Limit): Promise<void> {
  vi.useFakeTimers();
  try {
    for (const n of [0, -1, 1.5, Number.NaN]) expect(() => limit(n)).toThrow(RangeError);
    const { started, ends, work } = workToSettle();
    const run = limit(1);
    const calls = ['a', 'b', 'c', 'd'].map((name) => run(work(name)));
    const results = Promise.all(calls);
    results.catch(() => {});
    for (const name of ['a', 'b', 'c', 'd']) {
      await turn();
      expect(started.at(-1)).toBe(name);
      ends.get(name)?.resolve(name.toUpperCase());
    }
    expect(await Promise.race([results, turn()])).toEqual(['A', 'B', 'C', 'D']);
  } finally {
    vi.useRealTimers();
  }
}
