// Settles only the promise of the latest call: the caller of an overtaken one waits, and never goes on.
// Fails: rejects with the reason of the signal when the overtaken search has ended, and not earlier
// Fails: does so whatever that search ends with, also after the later call has ended
// Fails: fulfils with the value of the latest search, whatever value and in whatever order they end
// Fails: works again after each way in which a call can end
// Fails: keeps the calls of two functions apart
// Says: Does your code settle the promise on every path?
type Search<T> = (query: string, signal: AbortSignal) => Promise<T>;

export function latest<T>(search: Search<T>): (query: string) => Promise<T> {
  let calls = 0;
  let controller: AbortController | undefined;
  return (query) => {
    controller?.abort();
    controller = new AbortController();
    const { signal } = controller;
    const mine = ++calls;
    return new Promise<T>((resolve, reject) => {
      const work = new Promise<T>((start) => start(search(query, signal)));
      work.then(
        (value) => mine === calls && resolve(value),
        (error) => mine === calls && reject(error),
      );
    });
  };
}
