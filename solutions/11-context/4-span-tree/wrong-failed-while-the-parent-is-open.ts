// Marks a failure only while the parent is open: later, no code would look at it. (The tree can be read at any time.)
// Fails: rejects as it does, and the span has failed
// Says: 'late' has failed: false; expected true.
import { AsyncLocalStorage } from 'node:async_hooks';
import type { Span } from '../4-span-tree.ts';

export class Tracer {
  readonly roots: Span[] = [];
  readonly #current = new AsyncLocalStorage<Span>();

  async span<T>(name: string, f: () => Promise<T>): Promise<T> {
    const span: Span = { name, start: performance.now(), end: null, failed: false, children: [] };
    const parent = this.#current.getStore();
    const siblings = parent?.children ?? this.roots;
    siblings.push(span);
    try {
      return await this.#current.run(span, f);
    } catch (error) {
      if (!parent || parent.end === null) span.failed = true;
      throw error;
    } finally {
      span.end = performance.now();
    }
  }
}
