/**
 * What there is once in a process, however many copies of our modules it has: vitest loads a file that was
 * changed anew, and the tools have a lab of their own beside that of the specs.
 *
 * @param name below `learn-async.`, as a registered symbol of the global object
 * @param make is called the first time
 */
export function once<T>(name: string, make: () => T): T {
  const store = globalThis as unknown as Record<symbol, T | undefined>;
  const key = Symbol.for(`learn-async.${name}`);
  store[key] ??= make();
  return store[key];
}
