// Runs `f` in the context in which the tracer was made, to be alone in it.
// Fails: each tracer has its own tree, and leaves the contexts of others as they are
// Says: Each tracer has its own roots, and its own current span.
import { AsyncLocalStorage } from 'node:async_hooks';
import type { Span } from '../4-span-tree.ts';

export class Tracer {
  readonly roots: Span[] = [];
  readonly #current = new AsyncLocalStorage<Span>();
  readonly #alone = AsyncLocalStorage.snapshot();

  async span<T>(name: string, f: () => Promise<T>): Promise<T> {
    const span: Span = { name, start: performance.now(), end: null, failed: false, children: [] };
    const siblings = this.#current.getStore()?.children ?? this.roots;
    siblings.push(span);
    try {
      return await this.#alone(() => this.#current.run(span, f));
    } catch (error) {
      span.failed = true;
      throw error;
    } finally {
      span.end = performance.now();
    }
  }
}
