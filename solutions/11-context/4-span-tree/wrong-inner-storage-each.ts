// A new storage for each call. (The call within it asks its own, which is empty.)
// Fails: a span that begins within another one is its child
// Fails: rejects as it does, and the span has failed
// Fails: for the code around the call, nothing changes
// Fails: each of several open spans has its own children, in whatever order they end
// Fails: spans are in the order in which they began
// Fails: the tree can be read at any time
// Fails: what a span sets going belongs to it, also when it has ended
// Fails: what was set going outside of a span is no part of it
// Fails: any name, any number, any depth
// Fails: each tracer has its own tree, and leaves the contexts of others as they are
// Says: What counts is in whose 'f' the call was made, whenever that is.
import { AsyncLocalStorage } from 'node:async_hooks';
import type { Span } from '../4-span-tree.ts';

export class Tracer {
  readonly roots: Span[] = [];

  async span<T>(name: string, f: () => Promise<T>): Promise<T> {
    const current = new AsyncLocalStorage<Span>();
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
