// Looks for the parent in a list of levels, of which there are ten.
// Fails: any name, any number, any depth
// Says: What counts is in whose 'f' the call was made, whenever that is.
import { AsyncLocalStorage } from 'node:async_hooks';
import type { Span } from '../4-span-tree.ts';

export class Tracer {
  readonly roots: Span[] = [];
  readonly #current = new AsyncLocalStorage<Span[]>();

  async span<T>(name: string, f: () => Promise<T>): Promise<T> {
    const span: Span = { name, start: performance.now(), end: null, failed: false, children: [] };
    const path = this.#current.getStore() ?? [];
    const siblings = path.at(-1)?.children ?? this.roots;
    siblings.push(span);
    try {
      return await this.#current.run([...path, span].slice(0, 10), f);
    } catch (error) {
      span.failed = true;
      throw error;
    } finally {
      span.end = performance.now();
    }
  }
}
