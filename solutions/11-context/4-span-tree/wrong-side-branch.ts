// Looks at the promise in a branch of its own, which nobody handles.
// Fails: rejects as it does, and the span has failed
// Fails: for the code around the call, nothing changes
// Says: 1 unhandled rejection; expected none: - no bread: rejected at 13 ms, and never handled
import { AsyncLocalStorage } from 'node:async_hooks';
import type { Span } from '../4-span-tree.ts';

export class Tracer {
  readonly roots: Span[] = [];
  readonly #current = new AsyncLocalStorage<Span>();

  span<T>(name: string, f: () => Promise<T>): Promise<T> {
    const span: Span = { name, start: performance.now(), end: null, failed: false, children: [] };
    const siblings = this.#current.getStore()?.children ?? this.roots;
    siblings.push(span);
    const promise = this.#current.run(span, async () => f());
    promise.catch(() => {
      span.failed = true;
    });
    promise.finally(() => {
      span.end = performance.now();
    });
    return promise;
  }
}
