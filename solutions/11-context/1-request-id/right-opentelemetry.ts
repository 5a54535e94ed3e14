// `@opentelemetry/context-async-hooks`: its manager runs `f` in a context that has the id.
import { createContextKey } from '@opentelemetry/api';
import { AsyncLocalStorageContextManager } from '@opentelemetry/context-async-hooks';

const manager = new AsyncLocalStorageContextManager().enable();
const key = createContextKey('request id of 11/1');

export function withRequest<T>(id: string, f: () => T): T {
  return manager.with(manager.active().setValue(key, id), () => f());
}

export function requestId(): string | undefined {
  return manager.active().getValue(key) as string | undefined;
}
