// Keeps the span of each function.
// Fails: spans are in the order in which they began
// Says: Each call has a span of its own, also where names and functions are equal.
import { AsyncLocalStorage } from 'node:async_hooks';
import type { Span } from '../4-span-tree.ts';

export class Tracer {
  readonly roots: Span[] = [];
  readonly #current = new AsyncLocalStorage<Span>();
  readonly #spans = new Map<unknown, Promise<unknown>>();

  span<T>(name: string, f: () => Promise<T>): Promise<T> {
    const known = this.#spans.get(f) ?? this.#begin(name, f).finally(() => this.#spans.delete(f));
    this.#spans.set(f, known);
    return known as Promise<T>;
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
