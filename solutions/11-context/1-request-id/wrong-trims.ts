// Takes the spaces off the id.
// Fails: any text is an id
// Says: At 0 ms 'call 1' ran in ''
import { AsyncLocalStorage } from 'node:async_hooks';

const requests = new AsyncLocalStorage<string>();

export function withRequest<T>(id: string, f: () => T): T {
  return requests.run(id.trim(), f);
}

export function requestId(): string | undefined {
  return requests.getStore();
}
