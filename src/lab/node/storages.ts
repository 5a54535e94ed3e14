import { AsyncLocalStorage } from 'node:async_hooks';
import { once } from './once.ts';

/** Before Node 24, each AsyncLocalStorage that has been used slows down every promise of the process from then on. */
const ARE_DEAR = Number.parseInt(process.versions.node, 10) < 24;

/** Those that code of a test has used, so far as they are not retired. */
const known = once('storages', () => ({
  used: new Set<AsyncLocalStorage<unknown>>(),
  kept: new WeakSet<object>(),
}));

/** One of ours, which outlasts every test. */
export function keepStorage<T>(storage: AsyncLocalStorage<T>): AsyncLocalStorage<T> {
  known.kept.add(storage);
  return storage;
}

/**
 * Notes from now on which ones are used by code of a run. To be called once in a process.
 *
 * @param isOfRun whether the code now running is
 */
export function noticeStorages(isOfRun: () => boolean): void {
  if (!ARE_DEAR) return;
  const { prototype } = AsyncLocalStorage;
  for (const name of ['run', 'enterWith'] as const) {
    const real = prototype[name] as (...args: unknown[]) => unknown;
    const noticing = {
      [name](this: AsyncLocalStorage<unknown>, ...args: unknown[]) {
        if (isOfRun() && !known.kept.has(this)) known.used.add(this);
        return Reflect.apply(real, this, args);
      },
    };
    Object.assign(prototype, noticing);
  }
}

/**
 * After a file: none of its storages costs anything any more. One that is used again is at work again; but a snapshot
 * alone does not bring it back, so it is not done between the tests of a file.
 */
export function retireStorages(): void {
  for (const storage of known.used) storage.disable();
  known.used.clear();
}
