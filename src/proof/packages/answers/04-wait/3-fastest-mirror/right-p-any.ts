// p-any, with the AggregateError of the language.
import pAny from 'p-any';

export async function fastest<T>(mirrors: ((signal: AbortSignal) => Promise<T>)[]): Promise<T> {
  const controller = new AbortController();
  const running = mirrors.map(async (mirror) => mirror(controller.signal));
  const ended = Promise.allSettled(running);
  try {
    if (running.length === 0) throw new AggregateError([]);
    return (await pAny(running.map((promise) => promise.then((value) => ({ value }))))).value;
  } catch {
    throw new AggregateError((await ended).map((end) => (end as PromiseRejectedResult).reason));
  } finally {
    controller.abort();
    await ended;
  }
}
