// Counts every delay from the first start: when one attempt starts early, the later ones do not.
// Fails: starts the next attempt immediately when the newest one rejects
// Fails: takes an attempt that throws for one that rejects
// Says: The delay counts from the start of the newest attempt.
type Op<T> = (signal: AbortSignal) => Promise<T>;

export function staggered<T>(attempts: Op<T>[], delay: number): Promise<T> {
  return new Promise((resolve, reject) => {
    const controllers = attempts.map(() => new AbortController());
    const failures: unknown[] = [];
    const begin = performance.now();
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
      if (started < attempts.length)
        timer = setTimeout(next, started * delay - (performance.now() - begin));
      (async () => attempt((controllers[i] as AbortController).signal))().then(
        (value) => {
          underWay--;
          if (!won) {
            won = { value };
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
