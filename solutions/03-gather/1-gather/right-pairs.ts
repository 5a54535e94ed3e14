/** Two at a time, by recursion: both get handlers, and the first rejection rejects the pair. */
function both<A, B>(a: PromiseLike<A>, b: PromiseLike<B>): Promise<[A, B]> {
  return new Promise((resolve, reject) => {
    let first: { value: A } | undefined;
    let second: { value: B } | undefined;
    const look = () => {
      if (first && second) resolve([first.value, second.value]);
    };
    a.then((value) => {
      first = { value };
      look();
    }, reject);
    b.then((value) => {
      second = { value };
      look();
    }, reject);
  });
}

function all<T>([first, ...rest]: (T | PromiseLike<T>)[]): Promise<T[]> {
  if (rest.length === 0) return Promise.resolve(first as T).then((value) => [value]);
  return both(Promise.resolve(first as T), all(rest)).then(([value, others]) => [value, ...others]);
}

export function gather<T>(awaitables: Iterable<T | PromiseLike<T>>): Promise<T[]> {
  const list = [...awaitables];
  return list.length === 0 ? Promise.resolve([]) : all(list);
}
