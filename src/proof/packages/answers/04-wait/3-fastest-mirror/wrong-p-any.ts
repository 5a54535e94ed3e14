// Passes on the error of p-any. (It is an AggregateError of its own, and not that of the language.)
// Says: reject with an AggregateError
import pAny from 'p-any';

export async function fastest<T>(mirrors: ((signal: AbortSignal) => Promise<T>)[]): Promise<T> {
  const controller = new AbortController();
  const running = mirrors.map(async (mirror) => mirror(controller.signal));
  const ended = Promise.allSettled(running);
  try {
    return await pAny(running);
  } finally {
    controller.abort();
    await ended;
  }
}
