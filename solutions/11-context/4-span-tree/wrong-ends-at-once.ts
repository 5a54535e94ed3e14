// Returns the promise without `await`, so `finally` runs when `f` has only begun.
// Fails: a span that begins within another one is its child
// Fails: calls 'f' once, in the call, and settles as its promise does
// Fails: rejects as it does, and the span has failed
// Fails: for the code around the call, nothing changes
// Fails: each of several open spans has its own children, in whatever order they end
// Fails: spans are in the order in which they began
// Fails: the tree can be read at any time
// Fails: what a span sets going belongs to it, also when it has ended
// Fails: what was set going outside of a span is no part of it
// Fails: any name, any number, any depth
// Fails: each tracer has its own tree, and leaves the contexts of others as they are
// Says: It starts with the call and ends when the promise of 'f' settles, by `performance.now()`.
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
      return this.#current.run(span, f);
    } catch (error) {
      span.failed = true;
      throw error;
    } finally {
      span.end = performance.now();
    }
  }
}
