// A record of the request in the storage; others could be added to it.
import { AsyncLocalStorage } from 'node:async_hooks';

interface Request {
  readonly id: string;
  readonly outer: Request | undefined;
}

const requests = new AsyncLocalStorage<Request>();

export function withRequest<T>(id: string, f: () => T): T {
  return requests.run({ id, outer: requests.getStore() }, () => f());
}

export function requestId(): string | undefined {
  return requests.getStore()?.id;
}
