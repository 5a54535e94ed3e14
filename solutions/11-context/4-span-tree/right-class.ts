// A class for the spans, with getters; the root of all is a span that is never shown.
import { AsyncLocalStorage } from 'node:async_hooks';
import type { Span } from '../4-span-tree.ts';

class Node implements Span {
  readonly name: string;
  readonly children: Node[] = [];
  readonly start = performance.now();
  #ending: { at: number; failed: boolean } | undefined;

  constructor(name: string) {
    this.name = name;
  }

  get end(): number | null {
    return this.#ending?.at ?? null;
  }

  get failed(): boolean {
    return this.#ending?.failed ?? false;
  }

  async during<T>(work: () => Promise<T>): Promise<T> {
    let failed = true;
    try {
      const value = await work();
      failed = false;
      return value;
    } finally {
      this.#ending = { at: performance.now(), failed };
    }
  }
}

export class Tracer {
  readonly #top = new Node('');
  readonly #current = new AsyncLocalStorage<Node>();

  get roots(): Span[] {
    return this.#top.children;
  }

  span<T>(name: string, f: () => Promise<T>): Promise<T> {
    const node = new Node(name);
    (this.#current.getStore() ?? this.#top).children.push(node);
    return this.#current.run(node, () => node.during(f));
  }
}
