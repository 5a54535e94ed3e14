// Enters the deadline in an AsyncResource of its own, so that the code around it is not in it. A signal is made when one is asked for.
import { AsyncLocalStorage, AsyncResource } from 'node:async_hooks';

type Deadline = { readonly at: number; readonly controller: AbortController };

const chain = new AsyncLocalStorage<readonly Deadline[]>();
const signals = new WeakMap<readonly Deadline[], AbortSignal>();

export async function withDeadline<T>(ms: number, f: () => Promise<T>): Promise<T> {
  if (!(ms >= 0)) throw new RangeError(`no time: ${ms}`);
  const controller = new AbortController();
  const timer = ms < Infinity ? setTimeout(() => controller.abort(), ms) : undefined;
  const all = [...(chain.getStore() ?? []), { at: performance.now() + ms, controller }];
  try {
    return await AsyncResource.bind(() => {
      chain.enterWith(all);
      return f();
    })();
  } finally {
    clearTimeout(timer);
  }
}

export function deadlineSignal(): AbortSignal | undefined {
  const all = chain.getStore();
  if (!all) return undefined;
  const signal = signals.get(all) ?? AbortSignal.any(all.map((one) => one.controller.signal));
  signals.set(all, signal);
  return signal;
}

export function timeLeft(): number {
  const moments = (chain.getStore() ?? []).map(({ at }) => at);
  return Math.max(Math.min(...moments) - performance.now(), 0);
}
