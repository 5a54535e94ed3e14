import { inspect } from 'node:util';

/**
 * What Node 20 and 22 write on every promise, in plain sight, once there is an AsyncLocalStorage: ours says which
 * run code belongs to. By these names, as nothing else gives them away.
 */
const WRITTEN_BY_NODE = new Set(['async_id_symbol', 'trigger_async_id_symbol', 'kResourceStore']);

const { defineProperty, getOwnPropertySymbols } = Object;

/**
 * Lets a promise be shown as it is in a program without contexts (`Promise { <pending> }`): to a learner who prints one,
 * and to a package that reads the state of one off what `inspect` says. To be called once in a process.
 */
export function showPlainPromises(): void {
  defineProperty(Promise.prototype, inspect.custom, {
    configurable: true,
    writable: true,
    value(this: object) {
      try {
        for (const key of getOwnPropertySymbols(this))
          if (WRITTEN_BY_NODE.has(`${key.description}`)) hide(this, key);
      } catch {
        // A Proxy, or one that is frozen: it is shown with all that is on it.
      }
      // It is shown as if nobody had been asked.
      return this;
    },
  });
}

/** Node can go on to write there. */
function hide(promise: object, key: symbol): void {
  defineProperty(promise, key, { enumerable: false });
}
