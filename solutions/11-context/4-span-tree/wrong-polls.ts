// Looks every ms whether the promise has settled.
// Fails: sets no timer
// Says: A promise calls its handlers as soon as it settles, and needs no timer.
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
      let isOver = false;
      const promise = this.#current.run(span, f);
      const over = () => {
        isOver = true;
      };
      promise.then(over, over);
      while (!isOver) await new Promise((resolve) => setTimeout(resolve, 1));
      return await promise;
    } catch (error) {
      span.failed = true;
      throw error;
    } finally {
      span.end = performance.now();
    }
  }
}
