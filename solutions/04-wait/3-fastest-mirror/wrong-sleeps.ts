// Guesses how long the others need to stop.
// Fails: lets the caller hear when the others have ended
// Fails: has one winner, in whatever order they come
// Fails: fails when all have failed, with the causes in the order of the mirrors
// Fails: fails without mirrors, at once
// Says: The caller heard at 30 ms, when c (until 40 ms) was still at work.
import { setTimeout as sleep } from 'node:timers/promises';

type Op<T> = (signal: AbortSignal) => Promise<T>;

export async function fastest<T>(mirrors: Op<T>[]): Promise<T> {
  const controller = new AbortController();
  try {
    return await Promise.any(mirrors.map((mirror) => mirror(controller.signal)));
  } finally {
    controller.abort();
    await sleep(10);
  }
}
