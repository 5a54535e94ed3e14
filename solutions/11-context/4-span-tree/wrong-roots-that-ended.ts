// Gives the roots that have ended. (A span is in the tree from its start.)
// Fails: the tree can be read at any time
// Says: A span is in the tree as soon as it has begun, and its end is null until it has ended.
import { AsyncLocalStorage } from 'node:async_hooks';
import type { Span } from '../4-span-tree.ts';

export class Tracer {
  readonly #all: Span[] = [];

  get roots(): Span[] {
    return this.#all.filter((one) => one.end !== null);
  }

  readonly #current = new AsyncLocalStorage<Span>();

  async span<T>(name: string, f: () => Promise<T>): Promise<T> {
    const span: Span = { name, start: performance.now(), end: null, failed: false, children: [] };
    const siblings = this.#current.getStore()?.children ?? this.#all;
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
