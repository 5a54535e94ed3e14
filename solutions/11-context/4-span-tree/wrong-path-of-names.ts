// Keeps the path of names in the context, and finds each span by its name again.
// Fails: spans are in the order in which they began
// Fails: the tree can be read at any time
// Fails: what a span sets going belongs to it, also when it has ended
// Says: Each call has a span of its own, also where names and functions are equal.
import { AsyncLocalStorage } from 'node:async_hooks';
import type { Span } from '../4-span-tree.ts';

export class Tracer {
  readonly roots: Span[] = [];
  readonly #current = new AsyncLocalStorage<string[]>();

  async span<T>(name: string, f: () => Promise<T>): Promise<T> {
    const span: Span = { name, start: performance.now(), end: null, failed: false, children: [] };
    const path = this.#current.getStore() ?? [];
    let siblings = this.roots;
    for (const part of path)
      siblings = siblings.find((one) => one.name === part)?.children ?? siblings;
    siblings.push(span);
    try {
      return await this.#current.run([...path, name], f);
    } catch (error) {
      span.failed = true;
      throw error;
    } finally {
      span.end = performance.now();
    }
  }
}
