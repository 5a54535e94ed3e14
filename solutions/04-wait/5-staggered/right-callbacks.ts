// Callbacks only: a timer or a failure starts the next attempt, and the last one to end settles the promise.
type Op<T> = (signal: AbortSignal) => Promise<T>;

export function staggered<T>(attempts: Op<T>[], delay: number): Promise<T> {
  return new Promise((resolve, reject) => {
    const controllers = attempts.map(() => new AbortController());
    const failures: unknown[] = [];
    let started = 0;
    let underWay = 0;
    let timer: NodeJS.Timeout | undefined;
    let won: { i: number; value: T } | undefined;

    const next = () => {
      clearTimeout(timer);
      const i = started;
      if (i === attempts.length) return;
      started++;
      underWay++;
      if (started < attempts.length) timer = setTimeout(next, delay);
      const attempt = attempts[i] as Op<T>;
      (async () => attempt((controllers[i] as AbortController).signal))().then(
        (value) => {
          underWay--;
          if (!won) {
            won = { i, value };
            clearTimeout(timer);
            for (const [k, controller] of controllers.entries()) if (k !== i) controller.abort();
          }
          end();
        },
        (failure) => {
          underWay--;
          failures[i] = failure;
          if (!won && i === started - 1) next();
          end();
        },
      );
    };
    const end = () => {
      if (underWay > 0) return;
      if (won) resolve(won.value);
      else if (started === attempts.length) reject(new AggregateError(failures));
    };
    next();
    end();
  });
}
