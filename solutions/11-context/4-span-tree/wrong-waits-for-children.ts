// Ends the span when all its children have ended.
// Fails: rejects as it does, and the span has failed
// Fails: the tree can be read at any time
// Fails: what a span sets going belongs to it, also when it has ended
// Says: It starts with the call and ends when the promise of 'f' settles, by `performance.now()`.
import { AsyncLocalStorage } from 'node:async_hooks';
import type { Span } from '../4-span-tree.ts';

export class Tracer {
  readonly roots: Span[] = [];
  readonly #current = new AsyncLocalStorage<Span>();
  readonly #ends = new Map<Span, Promise<unknown>>();

  span<T>(name: string, f: () => Promise<T>): Promise<T> {
    const { span, promise } = this.#begin(name, f);
    this.#ends.set(span, promise);
    return promise;
  }

  #begin<T>(name: string, f: () => Promise<T>): { span: Span; promise: Promise<T> } {
    const span: Span = { name, start: performance.now(), end: null, failed: false, children: [] };
    const siblings = this.#current.getStore()?.children ?? this.roots;
    siblings.push(span);
    const work = async () => {
      try {
        const value = await this.#current.run(span, f);
        await Promise.allSettled(span.children.map((child) => this.#ends.get(child)));
        return value;
      } catch (error) {
        span.failed = true;
        throw error;
      } finally {
        span.end = performance.now();
      }
    };
    return { span, promise: work() };
  }
}
