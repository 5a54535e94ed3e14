// Timers of Bluebird's.
import Bluebird from 'bluebird';

export function staggered<T>(attempts: ((signal: AbortSignal) => Promise<T>)[], ms: number) {
  const list = [...attempts];
  const controllers: AbortController[] = [];
  const reasons: unknown[] = [];
  const running: Bluebird<T>[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;
  let failed = 0;
  let isOver = false;
  return new Bluebird<T>((resolve, reject) => {
    const next = () => {
      clearTimeout(timer);
      const i = running.length;
      const attempt = list[i];
      if (!attempt || isOver) return;
      const controller = new AbortController();
      controllers.push(controller);
      const work = Bluebird.try(() => attempt(controller.signal));
      running.push(work);
      if (i + 1 < list.length) timer = setTimeout(next, ms);
      work.then(
        (value) => {
          if (isOver) return;
          isOver = true;
          clearTimeout(timer);
          for (const other of controllers) if (other !== controller) other.abort();
          Bluebird.all(running.map((it) => it.reflect())).then(() => resolve(value));
        },
        (reason) => {
          reasons[i] = reason;
          failed++;
          if (isOver) return;
          if (failed === list.length) reject(new AggregateError(reasons));
          else if (i === running.length - 1) next();
        },
      );
    };
    if (list.length === 0) reject(new AggregateError([]));
    else next();
  });
}
