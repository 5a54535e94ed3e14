// Counts the times from the first root. (They are those of `performance.now()`.)
// Fails: a span that begins within another one is its child
// Says: It starts with the call and ends when the promise of 'f' settles, by `performance.now()`.
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

  async span<T>(name: string, f: () => Promise<T>): Promise<T> {
    const span: Span = {
      name,
      start: performance.now() - (this.roots[0]?.start ?? 0),
      end: null,
      failed: false,
      children: [],
    };
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
