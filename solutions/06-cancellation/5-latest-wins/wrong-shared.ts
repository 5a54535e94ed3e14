// Keeps the controller in the module: two search boxes stop each other.
// Fails: keeps the calls of two functions apart
// Says: 'ann' is a call of another function than 'r' and 'rome'
type Search<T> = (query: string, signal: AbortSignal) => Promise<T>;

let controller = new AbortController();

export function latest<T>(search: Search<T>): (query: string) => Promise<T> {
  return async (query) => {
    controller.abort();
    controller = new AbortController();
    const { signal } = controller;
    const [end] = await Promise.allSettled([(async () => search(query, signal))()]);
    if (signal.aborted) throw signal.reason;
    if (end.status === 'rejected') throw end.reason;
    return end.value;
  };
}
