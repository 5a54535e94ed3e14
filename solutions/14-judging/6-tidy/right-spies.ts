// Spies for the handlers and the work, and the work decides by itself when it ends, under fake timers.
import { getEventListeners } from 'node:events';
import { expect, vi } from 'vitest';

type TimeLimit = (
  work: (signal: AbortSignal) => Promise<unknown>,
  ms: number,
  signal?: AbortSignal,
) => Promise<unknown>;

export async function check(timeLimit: TimeLimit): Promise<void> {
  vi.useFakeTimers();
  const unhandled = vi.fn();
  process.on('unhandledRejection', unhandled);
  const caller = new AbortController();
  /** One controller for all calls of the first half: what a call leaves on it is counted. */
  const listeners = () => getEventListeners(caller.signal, 'abort').length;
  const begin = (work: (signal: AbortSignal) => Promise<unknown>, signal = caller.signal) => {
    const [spy, fulfilled, rejected] = [vi.fn(work), vi.fn(), vi.fn()];
    timeLimit(spy, 40, signal).then(fulfilled, rejected);
    return { spy, fulfilled, rejected };
  };
  const after = (ms: number, value: unknown, error?: Error) => () =>
    new Promise((resolve, reject) => {
      setTimeout(() => (error ? reject(error) : resolve(value)), ms);
    });
  const obeying = (signal: AbortSignal) =>
    new Promise((_, reject) => {
      signal.addEventListener('abort', () => reject(new TypeError('aborted')), { once: true });
    });
  try {
    const page = { name: 'page' };
    const broken = new Error('broken');
    const good = begin(after(39, page));
    await vi.advanceTimersByTimeAsync(38);
    expect(good.fulfilled).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(1);
    expect(good.fulfilled.mock.calls[0]?.[0]).toBe(page);
    expect([vi.getTimerCount(), listeners()]).toEqual([0, 0]);

    const bad = begin(after(20, page, broken));
    await vi.advanceTimersByTimeAsync(20);
    expect(bad.rejected.mock.calls[0]?.[0]).toBe(broken);
    expect([vi.getTimerCount(), listeners()]).toEqual([0, 0]);
    for (const { spy } of [good, bad]) expect(spy.mock.calls[0]?.[0].aborted).toBe(false);

    const slow = begin(after(90, page, broken));
    const stopped = begin(obeying);
    await vi.advanceTimersByTimeAsync(39);
    for (const { spy, rejected } of [slow, stopped]) {
      expect(spy.mock.calls[0]?.[0].aborted).toBe(false);
      expect(rejected).not.toHaveBeenCalled();
    }
    await vi.advanceTimersByTimeAsync(1);
    for (const { spy, rejected } of [slow, stopped]) {
      expect(spy.mock.calls[0]?.[0].aborted).toBe(true);
      expect(rejected).toHaveBeenCalledOnce();
      expect(rejected.mock.calls[0]?.[0]).toMatchObject({ message: 'time is up' });
    }
    // That of the slow work itself.
    expect([vi.getTimerCount(), listeners()]).toEqual([1, 0]);
    await vi.advanceTimersByTimeAsync(60);

    const left = [begin(after(90, page, broken)), begin(obeying)];
    await vi.advanceTimersByTimeAsync(5);
    caller.abort('bye');
    left.push(begin(obeying));
    await vi.advanceTimersByTimeAsync(0);
    for (const { rejected } of left) expect(rejected.mock.calls).toEqual([['bye']]);
    expect(left.map(({ spy }) => spy.mock.calls[0]?.[0].aborted)).toEqual([true, true, undefined]);
    expect([vi.getTimerCount(), listeners()]).toEqual([1, 0]);
    await vi.advanceTimersByTimeAsync(100);
    expect(unhandled).not.toHaveBeenCalled();
  } finally {
    process.off('unhandledRejection', unhandled);
    vi.useRealTimers();
  }
}
