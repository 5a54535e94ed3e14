// Keeps the last hundred spans of each list.
// Fails: any name, any number, any depth
// Says: Any text is a name, and each call has a span: change no name, and leave none out.
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
    const span: Span = { name, start: performance.now(), end: null, failed: false, children: [] };
    const parent = this.#current.getStore();
    const siblings = parent?.children ?? this.roots;
    siblings.push(span);
    if (siblings.length > 100) siblings.shift();
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
