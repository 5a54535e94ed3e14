// Aborts the others, but does not clear the timer: the next attempt starts while they are stopping.
// Fails: starts the next attempt when the delay is over, and none after a success
// Fails: starts the next attempt immediately when the newest one rejects
// Fails: fulfils with the value of the first attempt that fulfils
// Fails: keeps the first value when an aborted attempt fulfils or rejects later
// Fails: leaves no timer
// Fails: aborts the other running attempts as soon as one fulfils
// Says: A timer fired at 93 ms, which was set at 62 ms. Did that start 'd'?
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
          if (!won) {
            won = { value };
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
