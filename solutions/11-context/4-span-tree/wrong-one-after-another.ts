// Runs one call after another, so that a field would do.
// Fails: calls 'f' once, in the call, and settles as its promise does
// Fails: rejects as it does, and the span has failed
// Fails: for the code around the call, nothing changes
// Fails: each of several open spans has its own children, in whatever order they end
// Fails: spans are in the order in which they began
// Fails: what was set going outside of a span is no part of it
// Fails: each tracer has its own tree, and leaves the contexts of others as they are
// Says: A call runs a function synchronously up to its first await.
import { AsyncLocalStorage } from 'node:async_hooks';
import type { Span } from '../4-span-tree.ts';

export class Tracer {
  readonly roots: Span[] = [];
  readonly #current = new AsyncLocalStorage<Span>();

  #last: Promise<unknown> = Promise.resolve();

  span<T>(name: string, f: () => Promise<T>): Promise<T> {
    if (this.#current.getStore()) return this.#begin(name, f);
    const begun = this.#last.then(() => this.#begin(name, f));
    this.#last = begun.catch(() => {});
    return begun;
  }

  async #begin<T>(name: string, f: () => Promise<T>): Promise<T> {
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
