// Logs that a span has failed, and so handles its rejection. (The caller may have forgotten to.)
// Fails: rejects as it does, and the span has failed
// Says: A handler that your code attaches to a promise handles its rejection, also if it only looks at the
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
  readonly #failures: unknown[] = [];

  span<T>(name: string, f: () => Promise<T>): Promise<T> {
    const spanning = this.#span(name, f);
    spanning.catch((error: unknown) => this.#failures.push(error));
    return spanning;
  }

  async #span<T>(name: string, f: () => Promise<T>): Promise<T> {
    const span: Span = { name, start: performance.now(), end: null, failed: false, children: [] };
    const parent = this.#current.getStore();
    (parent?.children ?? this.roots).push(span);
    try {
      return await this.#current.run(span, f);
    } catch (error) {
      span.failed = true;
      throw error;
    } finally {
      span.end = performance.now();
    }
  }
}
