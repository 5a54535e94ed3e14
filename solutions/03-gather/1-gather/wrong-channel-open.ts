// Wakes itself by a MessageChannel that it never closes, so the process cannot end.
// Fails: fulfils with the results in input order, whichever promise fulfils first
// Fails: fulfils as soon as the slowest promise has fulfilled, without a timer
// Fails: has two places for a promise or a value that is in the input twice
// Fails: keeps two calls apart that are in flight at the same time
// Fails: accepts plain values
// Fails: awaits a thenable that is not a Promise
// Fails: accepts every result, also undefined
// Fails: fulfils immediately with an empty list when the input is empty
// Fails: rejects as soon as the first promise rejects, with the same reason
// Fails: causes no unhandled rejection, neither later nor from before the call
// Fails: iterates over the input only once, and during the call
// Fails: does not change the input
// Says: an open MessagePort
export function gather<T>(awaitables: Iterable<T | PromiseLike<T>>): Promise<T[]> {
  return new Promise((resolve, reject) => {
    const { port1, port2 } = new MessageChannel();
    const list = [...awaitables];
    const results: T[] = [];
    let missing = list.length;
    if (missing === 0) resolve(results);
    port1.on('message', () => {
      missing--;
      if (missing === 0) resolve(results);
    });
    list.forEach((awaitable, i) => {
      Promise.resolve(awaitable).then((result) => {
        results[i] = result;
        port2.postMessage('next');
      }, reject);
    });
  });
}
