// Has one store for each root, and writes the current span into it.
// Fails: a span that begins within another one is its child
// Fails: for the code around the call, nothing changes
// Fails: each of several open spans has its own children, in whatever order they end
// Fails: spans are in the order in which they began
// Fails: the tree can be read at any time
// Fails: what a span sets going belongs to it, also when it has ended
// Fails: any name, any number, any depth
// Says: What counts is in whose 'f' the call was made, whenever that is.
import { AsyncLocalStorage } from 'node:async_hooks';
import type { Span } from '../4-span-tree.ts';

export class Tracer {
  readonly roots: Span[] = [];
  readonly #current = new AsyncLocalStorage<{ span: Span | undefined }>();

  async span<T>(name: string, f: () => Promise<T>): Promise<T> {
    const span: Span = { name, start: performance.now(), end: null, failed: false, children: [] };
    const store = this.#current.getStore() ?? { span: undefined };
    const outer = store.span;
    const siblings = outer?.children ?? this.roots;
    siblings.push(span);
    try {
      store.span = span;
      return await this.#current.run(store, f);
    } catch (error) {
      span.failed = true;
      throw error;
    } finally {
      span.end = performance.now();
      store.span = outer;
    }
  }
}
