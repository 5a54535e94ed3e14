// Keeps the last part of a name that looks like a path. (Any text is a name.)
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
    const span: Span = {
      name: name.split('/').at(-1) ?? '',
      start: performance.now(),
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
