// Keeps the requests in a plain object, by their ids: it has `toString` and `__proto__` already.
// Fails: any text is an id
// Says: At 0 ms 'call 4' ran in no context
import { AsyncLocalStorage } from 'node:async_hooks';

interface Request {
  readonly id: string;
}

const known: Record<string, Request> = {};
const requests = new AsyncLocalStorage<Request>();

export function withRequest<T>(id: string, f: () => T): T {
  known[id] ??= { id };
  return requests.run(known[id], f);
}

export function requestId(): string | undefined {
  return requests.getStore()?.id;
}
