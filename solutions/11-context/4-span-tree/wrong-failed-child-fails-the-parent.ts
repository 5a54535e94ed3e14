// Takes the failure of a child for one of its parent. (The parent may handle it.)
// Fails: rejects as it does, and the span has failed
// Fails: for the code around the call, nothing changes
// Says: A span has failed if its own call rejects, and in no other case.
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
      span.failed = true;
      if (parent) parent.failed = true;
      throw error;
    } finally {
      span.end = performance.now();
    }
  }
}
