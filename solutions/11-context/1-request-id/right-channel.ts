// A diagnostics channel to which the storage is bound.
import { AsyncLocalStorage } from 'node:async_hooks';
import { channel } from 'node:diagnostics_channel';

const requests = new AsyncLocalStorage<string>();
const served = channel('request');
served.bindStore(requests, (message) => (message as { id: string }).id);

export function withRequest<T>(id: string, f: () => T): T {
  return served.runStores({ id }, () => f()) as T;
}

export const requestId = (): string | undefined => requests.getStore();
