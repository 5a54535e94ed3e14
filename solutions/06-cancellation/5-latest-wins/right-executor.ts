// A promise made by hand, with one function for both ends.
type Search<T> = (query: string, signal: AbortSignal) => Promise<T>;

export function latest<T>(search: Search<T>): (query: string) => Promise<T> {
  let overtake = () => {};
  return (query) => {
    overtake();
    const controller = new AbortController();
    const { signal } = controller;
    overtake = () => controller.abort();
    return new Promise<T>((resolve, reject) => {
      const end = (settle: () => void) => (signal.aborted ? reject(signal.reason) : settle());
      search(query, signal).then(
        (value) => end(() => resolve(value)),
        (error) => end(() => reject(error)),
      );
    });
  };
}
