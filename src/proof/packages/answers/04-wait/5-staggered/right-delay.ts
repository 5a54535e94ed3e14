// The package delay, which a signal ends early.
import delay from 'delay';

export function staggered<T>(
  attempts: ((signal: AbortSignal) => Promise<T>)[],
  ms: number,
): Promise<T> {
  const list = [...attempts];
  const controllers: AbortController[] = [];
  const reasons: unknown[] = [];
  const running: Promise<unknown>[] = [];
  let timer = new AbortController();
  let failed = 0;
  let isOver = false;
  return new Promise((resolve, reject) => {
    const next = () => {
      timer.abort();
      const i = running.length;
      const attempt = list[i];
      if (!attempt || isOver) return;
      const controller = new AbortController();
      controllers.push(controller);
      const work = (async () => attempt(controller.signal))();
      running.push(work);
      work.then(
        (value) => {
          if (isOver) return;
          isOver = true;
          timer.abort();
          for (const other of controllers) if (other !== controller) other.abort();
          Promise.allSettled(running).then(() => resolve(value));
        },
        (reason) => {
          reasons[i] = reason;
          failed++;
          if (isOver) return;
          if (failed === list.length) reject(new AggregateError(reasons));
          else if (i === running.length - 1) next();
        },
      );
      if (i + 1 === list.length || isOver) return;
      timer = new AbortController();
      const { signal } = timer;
      delay(ms, { signal }).then(
        () => next(),
        () => {},
      );
    };
    if (list.length === 0) reject(new AggregateError([]));
    else next();
  });
}
