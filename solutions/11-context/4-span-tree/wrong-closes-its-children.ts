// Ends the open children with their parent. (A child may end after its parent, and is open until then.)
// Fails: the tree can be read at any time
// Says: 'audit' has the end 37; expected null.
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
      return await this.#current.run(span, f);
    } catch (error) {
      span.failed = true;
      throw error;
    } finally {
      span.end = performance.now();
      for (const child of span.children) child.end ??= span.end;
    }
  }
}
