// Asks whether there is an id by `||`: the text '' is one.
// Fails: any text is an id
// Says: At 0 ms 'call 0' ran in no context
import { AsyncLocalStorage } from 'node:async_hooks';

const requests = new AsyncLocalStorage<string>();

export function withRequest<T>(id: string, f: () => T): T {
  return requests.run(id, f);
}

export function requestId(): string | undefined {
  return requests.getStore() || undefined;
}
