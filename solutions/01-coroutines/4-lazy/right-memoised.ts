// `then` uses a function that calls `f` once and stores its promise.
type Io<T> = () => Promise<T>;

export function lazy<T>(f: Io<T>): PromiseLike<T> {
  const once = memoise(async () => f());
  return { then: (...handlers) => once().then(...handlers) };
}

function memoise<R>(f: () => R): () => R {
  const kept: R[] = [];
  return () => {
    if (kept.length === 0) kept.push(f());
    return kept[0] as R;
  };
}
