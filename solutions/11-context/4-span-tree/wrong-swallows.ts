// Notes the failure, and forgets to pass it on.
// Fails: rejects as it does, and the span has failed
// Says: A tracer only looks on: 'span' rejects with the very reason of 'f'.
import { AsyncLocalStorage } from 'node:async_hooks';
import type { Span } from '../4-span-tree.ts';

export class Tracer {
  readonly roots: Span[] = [];
  readonly #current = new AsyncLocalStorage<Span>();

  async span<T>(name: string, f: () => Promise<T>): Promise<T> {
    const span: Span = { name, start: performance.now(), end: null, failed: false, children: [] };
    const siblings = this.#current.getStore()?.children ?? this.roots;
    siblings.push(span);
    try {
      return await this.#current.run(span, f);
    } catch (error) {
      span.failed = true;
      return undefined as T;
    } finally {
      span.end = performance.now();
    }
  }
}
