// A small task group: it starts work, stores the first failure, and its join waits for all.
type Op<T> = (signal: AbortSignal) => Promise<T>;

class Group {
  readonly #controller = new AbortController();
  readonly #work: Promise<void>[] = [];
  #failed: { readonly reason: unknown } | undefined;

  start<T>(work: Op<T>, store: (result: T) => void): void {
    this.#work.push(
      work(this.#controller.signal).then(store, (reason) => {
        this.#failed ??= { reason };
        this.#controller.abort();
      }),
    );
  }

  async join(): Promise<void> {
    for (const work of this.#work) await work;
    if (this.#failed) throw this.#failed.reason;
  }
}

export async function downloadAll<T>(downloads: Op<T>[]): Promise<T[]> {
  const group = new Group();
  const results: T[] = [];
  for (const [i, download] of downloads.entries()) {
    group.start(download, (result) => {
      results[i] = result;
    });
  }
  await group.join();
  return results;
}
