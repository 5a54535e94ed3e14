// No generator: an object with next() and return(), and callbacks.
interface Place<R> {
  state: 'running' | 'ready' | 'failed';
  value?: R;
  reason?: unknown;
}

export function mapAhead<T, R>(
  source: AsyncIterable<T>,
  n: number,
  f: (item: T) => Promise<R>,
): AsyncGenerator<R> {
  if (n < 1 || !(Number.isInteger(n) || n === Infinity)) throw new RangeError(`n is ${n}`);
  let iterator: AsyncIterator<T> | undefined;
  const places: Place<R>[] = [];
  let running = 0;
  let isAsking = false;
  let hasEnded = false;
  let hasFailed = false;
  let isFinished = false;
  let closing = 0;
  let reader: (() => void) | undefined;

  const close = () => {
    if (hasEnded || isAsking) return;
    hasEnded = true;
    closing++;
    const closed = () => {
      closing--;
      reader?.();
    };
    Promise.resolve(iterator?.return?.()).then(closed, closed);
  };
  const settle = (place: Place<R>, how: Partial<Place<R>>) => {
    Object.assign(place, how);
    running--;
    if (how.state === 'failed') {
      hasFailed = true;
      close();
    }
    reader?.();
  };
  const start = (item: T) => {
    const place: Place<R> = { state: 'running' };
    places.push(place);
    running++;
    const fail = (reason: unknown) => settle(place, { state: 'failed', reason });
    try {
      f(item).then((value) => settle(place, { state: 'ready', value }), fail);
    } catch (error) {
      fail(error);
    }
  };
  const ask = () => {
    if (isAsking || hasEnded || hasFailed || isFinished || places.length >= n) return;
    isAsking = true;
    iterator ??= source[Symbol.asyncIterator]();
    iterator.next().then(
      ({ done, value }) => {
        isAsking = false;
        if (done) hasEnded = true;
        else if (hasFailed || isFinished) close();
        else start(value);
        ask();
        reader?.();
      },
      (reason) => {
        isAsking = false;
        hasEnded = true;
        places.push({ state: 'failed', reason });
        reader?.();
      },
    );
  };
  const whenQuiet = (then: () => void) => {
    reader = () => {
      if (running > 0 || closing > 0 || isAsking) return;
      reader = undefined;
      then();
    };
    reader();
  };
  const end = { done: true, value: undefined } as const;
  const next = () =>
    new Promise<IteratorResult<R>>((resolve, reject) => {
      if (isFinished) return resolve(end);
      reader = () => {
        const [first] = places;
        if (first?.state === 'ready') {
          reader = undefined;
          places.shift();
          ask();
          resolve({ done: false, value: first.value as R });
        } else if (first?.state === 'failed') {
          isFinished = true;
          whenQuiet(() => reject(first.reason));
        } else if (!first && hasEnded) {
          isFinished = true;
          resolve(end);
        }
      };
      ask();
      reader();
    });
  const leave = (value?: unknown) =>
    new Promise((resolve) => {
      isFinished = true;
      close();
      whenQuiet(() => resolve({ done: true, value }));
    });
  const results = { next, return: leave, [Symbol.asyncIterator]: () => results };
  return results as unknown as AsyncGenerator<R>;
}
