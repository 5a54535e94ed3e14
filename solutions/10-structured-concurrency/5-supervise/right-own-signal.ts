// The child gets a signal of its own each time, which is aborted together with that of the caller.
import type { Limits } from '../5-supervise.ts';

export async function supervise(
  child: (signal: AbortSignal) => Promise<unknown>,
  { delay, limit, within }: Limits,
  signal: AbortSignal,
): Promise<void> {
  if (!(delay >= 1 && delay < Infinity && within >= 1)) throw new RangeError('times');
  if (!(limit === Infinity || (Number.isInteger(limit) && limit > 0)))
    throw new RangeError('limit');
  let forgetting: number[] = [];
  while (!signal.aborted) {
    const own = new AbortController();
    const pass = () => own.abort(signal.reason);
    signal.addEventListener('abort', pass);
    try {
      await child(own.signal);
      return;
    } catch (reason) {
      if (own.signal.aborted) return;
      const now = Date.now();
      forgetting = [...forgetting.filter((at) => now < at), now + within];
      if (forgetting.length > limit) throw reason;
    } finally {
      signal.removeEventListener('abort', pass);
    }
    await either(signal, delay * 2 ** (forgetting.length - 1));
  }
}

async function either(signal: AbortSignal, ms: number): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  let wake = () => {};
  const time = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, ms);
  });
  const abort = new Promise<void>((resolve) => {
    wake = resolve;
    signal.addEventListener('abort', wake);
  });
  await Promise.race([time, abort]);
  clearTimeout(timer);
  signal.removeEventListener('abort', wake);
}
