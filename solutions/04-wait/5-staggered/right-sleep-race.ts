// A loop of races against a sleep from `node:timers/promises`; aborting its signal clears the timer.
import { setTimeout as sleep } from 'node:timers/promises';

type Op<T> = (signal: AbortSignal) => Promise<T>;

export async function staggered<T>(attempts: Op<T>[], delay: number): Promise<T> {
  type Outcome = { i: number; value: T } | { i: number; error: unknown };
  const controllers: AbortController[] = [];
  const ends: Promise<Outcome>[] = [];
  const start = async (attempt: Op<T>, i: number): Promise<Outcome> => {
    const controller = new AbortController();
    controllers.push(controller);
    try {
      return { i, value: await attempt(controller.signal) };
    } catch (error) {
      return { i, error };
    }
  };
  const success = () =>
    Promise.any(
      ends.map(async (end) => {
        const outcome = await end;
        if ('error' in outcome) throw outcome.error;
        return outcome;
      }),
    );

  let first: { i: number; value: T } | undefined;
  for (const [i, attempt] of attempts.entries()) {
    const latest = start(attempt, i);
    ends.push(latest);
    const stop = new AbortController();
    const late = sleep(delay, undefined, { signal: stop.signal }).catch(() => undefined);
    const failed = latest.then((outcome) => ('error' in outcome ? undefined : outcome));
    first = await Promise.race([success().catch(() => undefined), failed, late]);
    stop.abort();
    if (first) break;
  }
  first ??= await success();
  for (const [i, controller] of controllers.entries()) if (i !== first.i) controller.abort();
  await Promise.all(ends);
  return first.value;
}
