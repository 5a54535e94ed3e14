// `f` is bound to the context first, as a callback would be, and then called.
import { AsyncLocalStorage } from 'node:async_hooks';

const requests = new AsyncLocalStorage<[id: string]>();

export function withRequest<T>(id: string, f: () => T): T {
  const bound = requests.run([id], () => AsyncLocalStorage.bind(() => f()));
  return bound();
}

export function requestId(): string | undefined {
  return requests.getStore()?.[0];
}
