// One storage for all tracers, with a Map in it that is copied for each span: which span of which tracer.
import { AsyncLocalStorage } from 'node:async_hooks';
import type { Span } from '../4-span-tree.ts';

const current = new AsyncLocalStorage<ReadonlyMap<Tracer, Span>>();

export class Tracer {
  readonly roots: Span[] = [];

  async span<T>(name: string, f: () => Promise<T>): Promise<T> {
    const spans = current.getStore();
    const span: Span = { name, start: performance.now(), end: null, failed: false, children: [] };
    (spans?.get(this)?.children ?? this.roots).push(span);
    try {
      return await current.run(new Map([...(spans ?? []), [this, span]]), f);
    } catch (error) {
      span.failed = true;
      throw error;
    } finally {
      span.end = performance.now();
    }
  }
}
