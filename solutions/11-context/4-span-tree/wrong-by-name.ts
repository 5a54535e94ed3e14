// Keeps the spans in a Map by name, and the name in the context.
// Fails: spans are in the order in which they began
// Says: Each call has a span of its own, also where names and functions are equal.
import { AsyncLocalStorage } from 'node:async_hooks';
import type { Span } from '../4-span-tree.ts';

export class Tracer {
  readonly roots: Span[] = [];
  readonly #current = new AsyncLocalStorage<string>();
  readonly #spans = new Map<string, Span>();

  async span<T>(name: string, f: () => Promise<T>): Promise<T> {
    const span: Span = { name, start: performance.now(), end: null, failed: false, children: [] };
    const siblings = this.#spans.get(this.#current.getStore() ?? '')?.children ?? this.roots;
    this.#spans.set(name, span);
    siblings.push(span);
    try {
      return await this.#current.run(name, f);
    } catch (error) {
      span.failed = true;
      throw error;
    } finally {
      span.end = performance.now();
    }
  }
}
