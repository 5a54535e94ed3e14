// Joins the call of the same function that is in flight. (Each span is a call of its own.)
// Fails: spans are in the order in which they began
// Says: Each call has a span of its own, also where names and functions are equal.
import { AsyncLocalStorage } from 'node:async_hooks';

export interface Span {
  readonly name: string;
  readonly start: number;
  end: number | null;
  failed: boolean;
  readonly children: Span[];
}

export class Tracer {
  readonly roots: Span[] = [];
  #current = new AsyncLocalStorage<Span>();
  readonly #running = new Map<unknown, Promise<unknown>>();

  async span<T>(name: string, f: () => Promise<T>): Promise<T> {
    const span: Span = { name, start: performance.now(), end: null, failed: false, children: [] };
    const parent = this.#current.getStore();
    (parent?.children ?? this.roots).push(span);
    try {
      const running = this.#running.get(f) ?? this.#current.run(span, f);
      this.#running.set(f, running);
      return (await running) as T;
    } catch (error) {
      span.failed = true;
      throw error;
    } finally {
      this.#running.delete(f);
      span.end = performance.now();
    }
  }
}
