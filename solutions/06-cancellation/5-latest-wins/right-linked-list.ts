// Each call knows the one that came after it, if there is one.
type Search<T> = (query: string, signal: AbortSignal) => Promise<T>;

class Call<T> {
  next: Call<T> | undefined;
  readonly controller = new AbortController();

  async run(search: Search<T>, query: string): Promise<T> {
    const { signal } = this.controller;
    let end: { value: T } | { error: unknown };
    try {
      end = { value: await search(query, signal) };
    } catch (error) {
      end = { error };
    }
    if (this.next) throw signal.reason;
    if ('value' in end) return end.value;
    throw end.error;
  }
}

export function latest<T>(search: Search<T>): (query: string) => Promise<T> {
  let last: Call<T> | undefined;
  return (query) => {
    const call = new Call<T>();
    if (last) last.next = call;
    last?.controller.abort();
    last = call;
    return call.run(search, query);
  };
}
