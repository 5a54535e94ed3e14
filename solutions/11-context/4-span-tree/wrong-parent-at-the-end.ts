// Puts the span into the tree when it ends. (The order is that of the ends, and an open span is in no tree.)
// Fails: a span that begins within another one is its child
// Fails: rejects as it does, and the span has failed
// Fails: for the code around the call, nothing changes
// Fails: each of several open spans has its own children, in whatever order they end
// Fails: the tree can be read at any time
// Fails: what was set going outside of a span is no part of it
// Says: Put a span into the tree when it begins: the order is that of the beginnings.
import { AsyncLocalStorage } from 'node:async_hooks';
import type { Span } from '../4-span-tree.ts';

export class Tracer {
  readonly roots: Span[] = [];
  readonly #current = new AsyncLocalStorage<Span>();

  async span<T>(name: string, f: () => Promise<T>): Promise<T> {
    const span: Span = { name, start: performance.now(), end: null, failed: false, children: [] };
    const siblings = this.#current.getStore()?.children ?? this.roots;
    try {
      return await this.#current.run(span, f);
    } catch (error) {
      span.failed = true;
      throw error;
    } finally {
      span.end = performance.now();
      siblings.push(span);
    }
  }
}
