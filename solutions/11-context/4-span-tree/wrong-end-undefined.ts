// Leaves the end undefined until it is known.
// Fails: the tree can be read at any time
// Says: A span is in the tree when it has begun, and its end is null until it has ended.
import { AsyncLocalStorage } from 'node:async_hooks';
import type { Span } from '../4-span-tree.ts';

export class Tracer {
  readonly roots: Span[] = [];
  readonly #current = new AsyncLocalStorage<Span>();

  async span<T>(name: string, f: () => Promise<T>): Promise<T> {
    const span: Span = {
      name,
      start: performance.now(),
      end: undefined as unknown as null,
      failed: false,
      children: [],
    };
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
