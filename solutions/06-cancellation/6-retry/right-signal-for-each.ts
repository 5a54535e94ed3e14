// Each attempt gets a signal of its own, which follows that of the caller.
import { setTimeout } from 'node:timers/promises';

type Op<T> = (signal: AbortSignal) => Promise<T>;
type Options = {
  attempts: number;
  delay: number;
  factor?: number;
  isWorthIt?: (reason: unknown) => boolean;
  signal?: AbortSignal;
};

export async function retry<T>(
  op: Op<T>,
  { attempts, delay, factor = 1, isWorthIt = () => true, signal: outer }: Options,
): Promise<T> {
  check(attempts, delay, factor);
  outer?.throwIfAborted();
  for (let made = 1; ; made++) {
    const own = new AbortController();
    const follow = () => own.abort((outer as AbortSignal).reason);
    outer?.addEventListener('abort', follow);
    try {
      return await op(own.signal);
    } catch (error) {
      outer?.throwIfAborted();
      if (made >= attempts || !isWorthIt(error)) throw error;
      const ms = delay * factor ** (made - 1);
      await setTimeout(ms, undefined, { signal: own.signal }).catch(() => {});
      outer?.throwIfAborted();
    } finally {
      outer?.removeEventListener('abort', follow);
    }
  }
}

function check(attempts: number, delay: number, factor: number): void {
  const isCount = attempts === Infinity || Number.isInteger(attempts);
  if (!isCount || attempts < 1) throw new RangeError('attempts: a whole number, at least 1');
  if (!(delay >= 1 && delay < Infinity)) throw new RangeError('delay: at least 1 ms');
  if (!(factor >= 1 && factor < Infinity)) throw new RangeError('factor: at least 1');
}
