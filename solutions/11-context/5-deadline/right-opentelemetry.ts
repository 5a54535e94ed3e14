// The contexts of OpenTelemetry, with a key for the moment and one for the signal.
import { createContextKey } from '@opentelemetry/api';
import { AsyncLocalStorageContextManager } from '@opentelemetry/context-async-hooks';

const manager = new AsyncLocalStorageContextManager().enable();
const AT = createContextKey('the moment of a deadline');
const SIGNAL = createContextKey('the signal of a deadline');

export async function withDeadline<T>(ms: number, f: () => Promise<T>): Promise<T> {
  if (!(ms >= 0)) throw new RangeError(`${ms} ms`);
  const own = new AbortController();
  const outer = deadlineSignal();
  const signal = outer ? AbortSignal.any([outer, own.signal]) : own.signal;
  const at = performance.now() + Math.min(ms, timeLeft());
  const timer = ms < Infinity ? setTimeout(() => own.abort(), ms) : undefined;
  const context = manager.active().setValue(AT, at).setValue(SIGNAL, signal);
  try {
    return await manager.with(context, f);
  } finally {
    clearTimeout(timer);
  }
}

export function deadlineSignal(): AbortSignal | undefined {
  return manager.active().getValue(SIGNAL) as AbortSignal | undefined;
}

export function timeLeft(): number {
  const at = (manager.active().getValue(AT) as number | undefined) ?? Infinity;
  return Math.max(0, at - performance.now());
}
