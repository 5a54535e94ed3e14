// Each span knows its parent, and the tree is built when it is read.
import { AsyncLocalStorage } from 'node:async_hooks';
import type { Span } from '../4-span-tree.ts';

interface Record {
  readonly name: string;
  readonly start: number;
  readonly parent: Record | undefined;
  end: number | null;
  failed: boolean;
}

export class Tracer {
  readonly #records: Record[] = [];
  readonly #current = new AsyncLocalStorage<Record>();

  get roots(): Span[] {
    return this.#childrenOf(undefined);
  }

  #childrenOf(parent: Record | undefined): Span[] {
    return this.#records
      .filter((record) => record.parent === parent)
      .map((record) => ({ ...record, children: this.#childrenOf(record) }));
  }

  async span<T>(name: string, f: () => Promise<T>): Promise<T> {
    const parent = this.#current.getStore();
    const record: Record = { name, start: performance.now(), parent, end: null, failed: false };
    this.#records.push(record);
    try {
      return await this.#current.run(record, f);
    } catch (error) {
      record.failed = true;
      throw error;
    } finally {
      record.end = performance.now();
    }
  }
}
