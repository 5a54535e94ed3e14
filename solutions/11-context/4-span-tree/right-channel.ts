// A channel of node:diagnostics_channel, which runs its calls with the store that is bound to it.
import { AsyncLocalStorage } from 'node:async_hooks';
import { channel } from 'node:diagnostics_channel';
import type { Span } from '../4-span-tree.ts';

let tracers = 0;

export class Tracer {
  readonly roots: Span[] = [];
  readonly #current = new AsyncLocalStorage<Span>();
  readonly #channel = channel(`a span tree, no. ${++tracers}`);

  constructor() {
    this.#channel.bindStore(this.#current, (span) => span as Span);
  }

  async span<T>(name: string, f: () => Promise<T>): Promise<T> {
    const span: Span = { name, start: performance.now(), end: null, failed: false, children: [] };
    (this.#current.getStore()?.children ?? this.roots).push(span);
    try {
      return await this.#channel.runStores(span, f);
    } catch (error) {
      span.failed = true;
      throw error;
    } finally {
      span.end = performance.now();
    }
  }
}
