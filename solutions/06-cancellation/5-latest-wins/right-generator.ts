// A generator that makes a turn for each call, and aborts when the next one comes.
type Search<T> = (query: string, signal: AbortSignal) => Promise<T>;

function* turns<T>(search: Search<T>): Generator<Promise<T> | undefined, never, string> {
  let query = yield undefined;
  for (;;) {
    const controller = new AbortController();
    const work = settle(search, query, controller.signal);
    query = yield work;
    controller.abort();
  }
}

async function settle<T>(search: Search<T>, query: string, signal: AbortSignal): Promise<T> {
  try {
    const value = await search(query, signal);
    signal.throwIfAborted();
    return value;
  } catch (error) {
    signal.throwIfAborted();
    throw error;
  }
}

export function latest<T>(search: Search<T>): (query: string) => Promise<T> {
  const next = turns(search);
  next.next('');
  return (query) => next.next(query).value as Promise<T>;
}
