// Recursion: a function for one attempt and all later ones, which calls itself for the next one.
type Op<T> = (signal: AbortSignal) => Promise<T>;

import { setTimeout as sleep } from 'node:timers/promises';

interface Failure {
  failures: unknown[];
}

export async function staggered<T>(attempts: Op<T>[], delay: number): Promise<T> {
  const ended: Promise<unknown>[] = [];
  const controllers = attempts.map(() => new AbortController());
  const over = new AbortController();
  let won: { value: T } | undefined;

  // Runs this attempt and all later ones; fulfils when they have settled.
  const from = async (i: number): Promise<Failure> => {
    const attempt = attempts[i];
    if (!attempt || won) return { failures: [] };
    const controller = controllers[i] as AbortController;
    const failed = new AbortController();
    let failure: unknown;
    const running = (async () => attempt(controller.signal))().then(
      (value) => {
        if (won) return;
        won = { value };
        over.abort();
        for (const other of controllers) if (other !== controller) other.abort();
      },
      (reason) => {
        failure = reason;
        failed.abort();
      },
    );
    ended.push(running);
    const wake = AbortSignal.any([over.signal, failed.signal]);
    if (attempts[i + 1]) await sleep(delay, undefined, { signal: wake }).catch(() => {});
    const { failures } = await from(i + 1);
    await running;
    return { failures: [failure, ...failures] };
  };

  const { failures } = await from(0);
  await Promise.all(ended);
  if (!won) throw new AggregateError(failures);
  return won.value;
}
