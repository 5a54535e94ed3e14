// Calls `f` with the span.
// Fails: calls 'f' once, in the call, and settles as its promise does
// Says: During the call, it logged 'f was called; arguments: 1'; expected 'f was called; arguments: 0
import { AsyncLocalStorage } from 'node:async_hooks';
import type { Span } from '../4-span-tree.ts';

export class Tracer {
  readonly roots: Span[] = [];
  readonly #current = new AsyncLocalStorage<Span>();

  async span<T>(name: string, f: (span: Span) => Promise<T>): Promise<T> {
    const span: Span = { name, start: performance.now(), end: null, failed: false, children: [] };
    const siblings = this.#current.getStore()?.children ?? this.roots;
    siblings.push(span);
    try {
      return await this.#current.run(span, f, span);
    } catch (error) {
      span.failed = true;
      throw error;
    } finally {
      span.end = performance.now();
    }
  }
}
