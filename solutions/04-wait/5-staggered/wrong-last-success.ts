// Lets each value overwrite the one before.
// Fails: keeps the first value when an aborted attempt fulfils or rejects later
// Fails: does not abort the signal of the winner
// Says: 'b' ended first, at 74 ms. 'a' ended only at 83 ms.
type Op<T> = (signal: AbortSignal) => Promise<T>;

export function staggered<T>(attempts: Op<T>[], delay: number): Promise<T> {
  return new Promise((resolve, reject) => {
    const controllers = attempts.map(() => new AbortController());
    const failures: unknown[] = [];
    let started = 0;
    let underWay = 0;
    let timer: NodeJS.Timeout | undefined;
    let won: { value: T } | undefined;

    const next = () => {
      clearTimeout(timer);
      const i = started;
      const attempt = attempts[i];
      if (!attempt) return;
      started++;
      underWay++;
      if (started < attempts.length) timer = setTimeout(next, delay);
      (async () => attempt((controllers[i] as AbortController).signal))().then(
        (value) => {
          underWay--;
          won = { value };
          clearTimeout(timer);
          for (const [k, controller] of controllers.entries()) if (k !== i) controller.abort();
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
