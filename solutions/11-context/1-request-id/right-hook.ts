// By hand, as it was done before AsyncLocalStorage: what is made in a request is noted as part of it.
import { AsyncResource, createHook, executionAsyncResource } from 'node:async_hooks';

const ids = new WeakMap<object, string>();

createHook({
  init(_asyncId, _type, _triggerAsyncId, resource) {
    const id = ids.get(executionAsyncResource());
    if (id !== undefined) ids.set(resource, id);
  },
}).enable();

export function withRequest<T>(id: string, f: () => T): T {
  const request = new AsyncResource('Request');
  ids.set(request, id);
  return request.runInAsyncScope(() => f());
}

export const requestId = (): string | undefined => ids.get(executionAsyncResource());
