/** One property of the global object holds all of it, so that what comes later is no change of what all share. */
const KEY = Symbol.for('learn-async');

type Store = Record<string, unknown>;

const holder = globalThis as unknown as Record<symbol, Store | undefined>;
holder[KEY] ??= {};
const store: Store = holder[KEY];

/**
 * What there is once in a process, however many copies of our modules it has: vitest loads a file again
 * when it was changed, and the tools have a lab of their own beside that of the specs.
 *
 * @param make is called the first time
 */
export function once<T>(name: string, make: () => T): T {
  store[name] ??= make();
  return store[name] as T;
}
