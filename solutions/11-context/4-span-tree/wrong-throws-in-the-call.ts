// A function that is not async: what `f` throws is thrown by `span`.
// Fails: rejects as it does, and the span has failed
// Fails: for the code around the call, nothing changes
// Says: It threw synchronously at 0 ms: no bread
import { AsyncLocalStorage } from 'node:async_hooks';
import type { Span } from '../4-span-tree.ts';

export class Tracer {
  readonly roots: Span[] = [];
  readonly #current = new AsyncLocalStorage<Span>();

  span<T>(name: string, f: () => Promise<T>): Promise<T> {
    const span: Span = { name, start: performance.now(), end: null, failed: false, children: [] };
    const siblings = this.#current.getStore()?.children ?? this.roots;
    siblings.push(span);
    return this.#current.run(span, f).then(
      (value) => {
        span.end = performance.now();
        return value;
      },
      (error) => {
        span.end = performance.now();
        span.failed = true;
        throw error;
      },
    );
  }
}
