// `cls-hooked`: a namespace, entered and left by hand, as its `run` writes into what `f` throws.
import { createNamespace } from 'cls-hooked';

const requests = createNamespace('requests of 11/1');

export function withRequest<T>(id: string, f: () => T): T {
  const context = requests.createContext();
  requests.enter(context);
  try {
    requests.set('id', id);
    return f();
  } finally {
    requests.exit(context);
  }
}

export const requestId = (): string | undefined => requests.get('id');
