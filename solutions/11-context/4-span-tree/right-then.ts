// Handlers in the place of `await`, and a promise made by hand.
import { AsyncLocalStorage } from 'node:async_hooks';
import type { Span } from '../4-span-tree.ts';

export class Tracer {
  readonly roots: Span[] = [];
  readonly #siblings = new AsyncLocalStorage<Span[]>();

  span<T>(name: string, f: () => Promise<T>): Promise<T> {
    const span: Span = { name, start: performance.now(), end: null, failed: false, children: [] };
    (this.#siblings.getStore() ?? this.roots).push(span);
    const end = (failed: boolean) => Object.assign(span, { end: performance.now(), failed });
    const work = new Promise<T>((resolve) => resolve(this.#siblings.run(span.children, f)));
    return work.then(
      (value) => {
        end(false);
        return value;
      },
      (reason) => {
        end(true);
        throw reason;
      },
    );
  }
}
