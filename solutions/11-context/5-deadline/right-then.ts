// Handlers of the promise in the place of `await`, and a promise made by hand.
import { AsyncLocalStorage } from 'node:async_hooks';

const deadlines = new AsyncLocalStorage<readonly [until: number, signal: AbortSignal]>();

export function withDeadline<T>(ms: number, f: () => Promise<T>): Promise<T> {
  return new Promise<T>((resolve, reject) => {
    if (Number.isNaN(ms) || ms < 0) throw new RangeError(`${ms} ms`);
    const [outerUntil, outerSignal] = deadlines.getStore() ?? [Infinity];
    const controller = new AbortController();
    const signals = [controller.signal, ...(outerSignal ? [outerSignal] : [])];
    const until = Math.min(outerUntil, Date.now() + ms);
    let timer: NodeJS.Timeout | undefined;
    if (Number.isFinite(ms)) timer = setTimeout(() => controller.abort('the time is up'), ms);
    const settle =
      <Result>(how: (result: Result) => void) =>
      (result: Result) => {
        clearTimeout(timer);
        how(result);
      };
    try {
      deadlines.run([until, AbortSignal.any(signals)], f).then(settle(resolve), settle(reject));
    } catch (error) {
      settle(reject)(error);
    }
  });
}

export function deadlineSignal(): AbortSignal | undefined {
  return deadlines.getStore()?.[1];
}

export function timeLeft(): number {
  const [until] = deadlines.getStore() ?? [Infinity];
  return Math.max(until - Date.now(), 0);
}
