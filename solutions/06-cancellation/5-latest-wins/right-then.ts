// Two handlers of `then`, and a reason that is made outside.
type Search<T> = (query: string, signal: AbortSignal) => Promise<T>;

export function latest<T>(search: Search<T>): (query: string) => Promise<T> {
  let stop: ((signal: AbortSignal) => void) | undefined;
  return (query) => {
    stop?.(AbortSignal.abort());
    const controller = new AbortController();
    const { signal } = controller;
    stop = ({ reason }) => controller.abort(reason);
    return new Promise<T>((resolve) => resolve(search(query, signal))).then(
      (value) => (signal.aborted ? Promise.reject(signal.reason) : value),
      (error) => Promise.reject(signal.aborted ? signal.reason : error),
    );
  };
}
