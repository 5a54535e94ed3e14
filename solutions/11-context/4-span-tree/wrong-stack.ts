// Keeps the open spans on a stack: on top is the one that began last.
// Fails: a span that begins within another one is its child
// Fails: rejects as it does, and the span has failed
// Fails: for the code around the call, nothing changes
// Fails: each of several open spans has its own children, in whatever order they end
// Fails: spans are in the order in which they began
// Fails: the tree can be read at any time
// Fails: what a span sets going belongs to it, also when it has ended
// Fails: what was set going outside of a span is no part of it
// Fails: any name, any number, any depth
// Says: What counts is in whose 'f' the call was made, whenever that is.
import type { Span } from '../4-span-tree.ts';

export class Tracer {
  readonly roots: Span[] = [];
  readonly #open: Span[] = [];

  async span<T>(name: string, f: () => Promise<T>): Promise<T> {
    const span: Span = { name, start: performance.now(), end: null, failed: false, children: [] };
    const siblings = this.#open.at(-1)?.children ?? this.roots;
    siblings.push(span);
    try {
      this.#open.push(span);
      return await f();
    } catch (error) {
      span.failed = true;
      throw error;
    } finally {
      span.end = performance.now();
      this.#open.splice(this.#open.indexOf(span), 1);
    }
  }
}
