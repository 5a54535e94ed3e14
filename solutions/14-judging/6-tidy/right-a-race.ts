// Handlers are attached by `expect(…).rejects` before the clock moves; a race with the end of the move keeps it from hanging.
import { getEventListeners } from 'node:events';
import { expect, vi } from 'vitest';

type TimeLimit = (
  work: (signal: AbortSignal) => Promise<unknown>,
  ms: number,
  signal?: AbortSignal,
) => Promise<unknown>;

const PENDING = Symbol('pending');

/** How it has settled when `ms` have passed, or that it is pending. */
async function after(ms: number, promise: Promise<unknown>): Promise<unknown> {
  const told = promise.then(
    (value) => ({ value }),
    (error) => ({ error }),
  );
  await vi.advanceTimersByTimeAsync(ms);
  return Promise.race([told, new Promise((resolve) => setImmediate(() => resolve(PENDING)))]);
}

export async function check(timeLimit: TimeLimit): Promise<void> {
  vi.useFakeTimers({
    toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'Date'],
  });
  let unhandled = 0;
  const count = () => unhandled++;
  process.on('unhandledRejection', count);
  try {
    let caller = new AbortController();
    const left = () => vi.getTimerCount() + getEventListeners(caller.signal, 'abort').length;
    const told: string[] = [];
    const work =
      (name: string, promise: Promise<unknown>, obeys = false) =>
      (signal: AbortSignal) => {
        told.push(`${name} called`);
        const stopped = new Promise((_, reject) => {
          signal.addEventListener('abort', () => {
            told.push(`${name} told`);
            if (obeys) reject(new Error('obeyed'));
          });
        });
        return Promise.race([promise, stopped]);
      };
    const never = new Promise(() => {});
    const error = new Error('no page');

    const good = timeLimit(work('good', Promise.resolve('page')), 15, caller.signal);
    expect(await after(0, good)).toEqual({ value: 'page' });
    expect(left()).toBe(0);
    const failing = new Promise((_, reject) => setImmediate(() => reject(error)));
    const bad = (await after(0, timeLimit(work('bad', failing), 15, caller.signal))) as {
      error: Error;
    };
    expect(bad.error).toBe(error);
    expect(left()).toBe(0);
    expect(told.splice(0)).toEqual(['good called', 'bad called']);

    let rejectLate = (_: Error) => {};
    const late = new Promise((_, reject) => {
      rejectLate = reject;
    });
    for (const [name, promise, obeys] of [
      ['deaf', late, false],
      ['obedient', never, true],
    ] as const) {
      const slow = timeLimit(work(name, promise, obeys), 15, caller.signal);
      expect(await after(14, slow)).toBe(PENDING);
      expect(told.splice(0)).toEqual([`${name} called`]);
      expect(await after(1, slow)).toEqual({ error: new Error('time is up') });
      expect(told.splice(0)).toEqual([`${name} told`]);
      expect(left()).toBe(0);
    }
    rejectLate(new Error('too late'));

    // What the signals of the calls before do when this one aborts is free.
    caller = new AbortController();
    const both = [
      timeLimit(work('deaf', never), 15, caller.signal),
      timeLimit(work('obedient', never, true), 15, caller.signal),
    ].map((promise) => after(0, promise));
    caller.abort(error);
    for (const ended of await Promise.all(both))
      expect((ended as { error: Error }).error).toBe(error);
    expect(told.splice(0).sort()).toEqual([
      'deaf called',
      'deaf told',
      'obedient called',
      'obedient told',
    ]);
    expect(left()).toBe(0);
    const unwanted = timeLimit(work('unwanted', never), 15, caller.signal);
    expect(((await after(0, unwanted)) as { error: Error }).error).toBe(error);
    expect([told, left(), unhandled]).toEqual([[], 0, 0]);
  } finally {
    vi.useRealTimers();
    process.off('unhandledRejection', count);
  }
}
