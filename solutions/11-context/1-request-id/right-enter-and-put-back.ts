// Enters the context itself, and goes back to the one before when `f` has returned.
import { AsyncLocalStorage } from 'node:async_hooks';

const requests = new AsyncLocalStorage<string>();

export function withRequest<T>(id: string, f: () => T): T {
  const before = requests.getStore();
  requests.enterWith(id);
  try {
    return f();
  } finally {
    requests.enterWith(before as string);
  }
}

export function requestId(): string | undefined {
  return requests.getStore();
}
