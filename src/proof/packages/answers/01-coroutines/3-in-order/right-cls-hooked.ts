// The results are kept in a context of cls-hooked.
import { createNamespace, getNamespace } from 'cls-hooked';

const namespace = getNamespace('in-order') ?? createNamespace('in-order');

export function inOrder<T>(steps: (() => Promise<T>)[]): Promise<T[]> {
  return namespace.runAndReturn(async () => {
    namespace.set('results', []);
    for (const step of [...steps]) {
      const result = await step();
      (namespace.get('results') as T[]).push(result);
    }
    return namespace.get('results') as T[];
  });
}
