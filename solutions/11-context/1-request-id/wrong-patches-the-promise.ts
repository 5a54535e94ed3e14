// Gives the promise that `f` returned a `then` of its own.
// Fails: returns what 'f' returns, and throws what it throws, as it is
// Says: It logged 'it has changed that' at 0 ms; nothing more was expected.
import { AsyncLocalStorage } from 'node:async_hooks';

const requests = new AsyncLocalStorage<string>();

export function withRequest<T>(id: string, f: () => T): T {
  const result = requests.run(id, f);
  if (result instanceof Promise) result.then = AsyncLocalStorage.bind(result.then);
  return result;
}

export function requestId(): string | undefined {
  return requests.getStore();
}
