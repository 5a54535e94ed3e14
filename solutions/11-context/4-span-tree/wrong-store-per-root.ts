// Keeps the root in the context, and takes the last open span in it for the parent.
// Fails: a span that begins within another one is its child
// Fails: for the code around the call, nothing changes
// Fails: each of several open spans has its own children, in whatever order they end
// Fails: spans are in the order in which they began
// Fails: what a span sets going belongs to it, also when it has ended
// Fails: any name, any number, any depth
// Says: What counts is in whose 'f' the call was made, however much time has passed since, and whatever
import { AsyncLocalStorage } from 'node:async_hooks';
import type { Span } from '../4-span-tree.ts';

export class Tracer {
  readonly roots: Span[] = [];
  readonly #current = new AsyncLocalStorage<Span>();

  async span<T>(name: string, f: () => Promise<T>): Promise<T> {
    const span: Span = { name, start: performance.now(), end: null, failed: false, children: [] };
    const root = this.#current.getStore();
    let parent = root;
    for (let next = root; next; next = next.children.findLast((one) => one.end === null))
      parent = next;
    const siblings = parent?.children ?? this.roots;
    siblings.push(span);
    try {
      return await this.#current.run(root ?? span, f);
    } catch (error) {
      span.failed = true;
      throw error;
    } finally {
      span.end = performance.now();
    }
  }
}
