// Counts while it reads the input. (A thenable may call its handler during `then`, and all seem to be there.)
// Fails: awaits a thenable that is not a Promise
// Says: It did not wait for all work: 'a' (until 11 ms) and 'b' (until 23 ms) were
export function gather<T>(awaitables: Iterable<T | PromiseLike<T>>): Promise<T[]> {
  return new Promise((resolve, reject) => {
    const results: T[] = [];
    let given = 0;
    let missing = 0;
    for (const awaitable of awaitables) {
      const place = given++;
      missing++;
      // A plain value waits for its turn, so only a thenable is followed during the loop.
      const source = isThenable(awaitable) ? awaitable : Promise.resolve(awaitable);
      const store = (value: T) => {
        results[place] = value;
        missing--;
        if (missing === 0) resolve(results);
      };
      follow(source, store, reject);
    }
    if (given === 0) resolve(results);
  });
}

/** Calls the handlers of a thenable, also of one that it fulfils with. */
function follow<T>(
  awaitable: T | PromiseLike<T>,
  onValue: (value: T) => void,
  onError: (reason: unknown) => void,
): void {
  if (isThenable(awaitable)) awaitable.then((value) => follow(value, onValue, onError), onError);
  else onValue(awaitable);
}

function isThenable<T>(it: T | PromiseLike<T>): it is PromiseLike<T> {
  return Object(it) === it && typeof (it as PromiseLike<T>).then === 'function';
}
