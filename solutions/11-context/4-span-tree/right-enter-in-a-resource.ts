// Enters the span in an AsyncResource of its own, so that the code around it is not in it.
import { AsyncLocalStorage, AsyncResource } from 'node:async_hooks';
import type { Span } from '../4-span-tree.ts';

export class Tracer {
  readonly roots: Span[] = [];
  readonly #current = new AsyncLocalStorage<Span>();

  async span<T>(name: string, f: () => Promise<T>): Promise<T> {
    const span: Span = { name, start: performance.now(), end: null, failed: false, children: [] };
    const parent = this.#current.getStore();
    if (parent) parent.children.push(span);
    else this.roots.push(span);
    const begin = () => {
      this.#current.enterWith(span);
      return f();
    };
    const [result] = await Promise.allSettled([
      new Promise<T>((resolve) => resolve(new AsyncResource('span').runInAsyncScope(begin))),
    ]);
    span.end = performance.now();
    if (result.status === 'fulfilled') return result.value;
    span.failed = true;
    throw result.reason;
  }
}
