// The contexts of OpenTelemetry, with a manager of its own for each tracer.
import { createContextKey } from '@opentelemetry/api';
import { AsyncLocalStorageContextManager } from '@opentelemetry/context-async-hooks';
import type { Span } from '../4-span-tree.ts';

const SPAN = createContextKey('the span of a span tree');

export class Tracer {
  readonly roots: Span[] = [];
  readonly #contexts = new AsyncLocalStorageContextManager().enable();

  async span<T>(name: string, f: () => Promise<T>): Promise<T> {
    const span: Span = { name, start: performance.now(), end: null, failed: false, children: [] };
    const outer = this.#contexts.active();
    const parent = outer.getValue(SPAN) as Span | undefined;
    (parent?.children ?? this.roots).push(span);
    try {
      return await this.#contexts.with(outer.setValue(SPAN, span), f);
    } catch (error) {
      span.failed = true;
      throw error;
    } finally {
      span.end = performance.now();
    }
  }
}
