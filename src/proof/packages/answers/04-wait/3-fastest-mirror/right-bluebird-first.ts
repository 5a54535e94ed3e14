// any of Bluebird's, as it is: the first of those that it hears of.
import Bluebird from 'bluebird';

export async function fastest<T>(mirrors: ((signal: AbortSignal) => Promise<T>)[]) {
  const controllers = mirrors.map(() => new AbortController());
  const running = mirrors.map((mirror, i) =>
    Bluebird.try(() => mirror((controllers[i] as AbortController).signal)),
  );
  const ended = Bluebird.all(running.map((promise) => promise.reflect()));
  const boxed = running.map((promise, i) => promise.then((value) => ({ value, i })));
  try {
    const { value, i } = await Bluebird.any(boxed);
    for (const [k, controller] of controllers.entries()) if (k !== i) controller.abort();
    await ended;
    return value;
  } catch {
    throw new AggregateError((await ended).map((end) => end.reason()));
  }
}
