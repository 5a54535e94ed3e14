// promise.any.
import any from 'promise.any';

export async function fastest<T>(mirrors: ((signal: AbortSignal) => Promise<T>)[]): Promise<T> {
  const controller = new AbortController();
  const running = mirrors.map(async (mirror) => mirror(controller.signal));
  const ended = Promise.allSettled(running);
  try {
    return (await any(running)) as T;
  } finally {
    controller.abort();
    await ended;
  }
}
