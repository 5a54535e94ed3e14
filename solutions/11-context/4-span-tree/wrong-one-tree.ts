// One list of roots for all tracers.
// Fails: each of several open spans has its own children, in whatever order they end
// Fails: each tracer has its own tree, and leaves the contexts of others as they are
// Says: Was it begun by another tracer, or put into the tree twice?
import { AsyncLocalStorage } from 'node:async_hooks';
import type { Span } from '../4-span-tree.ts';

const all: Span[] = [];

export class Tracer {
  readonly roots: Span[] = all;
  readonly #current = new AsyncLocalStorage<Span>();

  async span<T>(name: string, f: () => Promise<T>): Promise<T> {
    const span: Span = { name, start: performance.now(), end: null, failed: false, children: [] };
    const siblings = this.#current.getStore()?.children ?? this.roots;
    siblings.push(span);
    try {
      return await this.#current.run(span, f);
    } catch (error) {
      span.failed = true;
      throw error;
    } finally {
      span.end = performance.now();
    }
  }
}
