// One storage for all tracers. (A span of one tracer becomes a child in the tree of another.)
// Fails: each tracer has its own tree, and leaves the contexts of others as they are
// Says: Each tracer has its own roots, and its own current span.
import { AsyncLocalStorage } from 'node:async_hooks';
import type { Span } from '../4-span-tree.ts';

const current = new AsyncLocalStorage<Span>();

export class Tracer {
  readonly roots: Span[] = [];

  async span<T>(name: string, f: () => Promise<T>): Promise<T> {
    const span: Span = { name, start: performance.now(), end: null, failed: false, children: [] };
    const siblings = current.getStore()?.children ?? this.roots;
    siblings.push(span);
    try {
      return await current.run(span, f);
    } catch (error) {
      span.failed = true;
      throw error;
    } finally {
      span.end = performance.now();
    }
  }
}
