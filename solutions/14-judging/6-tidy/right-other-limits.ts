// Limits of other lengths at the same time, with a caller of its own, with none, and with one that gives no reason.
import { getEventListeners } from 'node:events';
import { expect, vi } from 'vitest';

type TimeLimit = (
  work: (signal: AbortSignal) => Promise<unknown>,
  ms: number,
  signal?: AbortSignal,
) => Promise<unknown>;

export async function check(timeLimit: TimeLimit): Promise<void> {
  vi.useFakeTimers({
    toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'Date'],
  });
  const errors: unknown[] = [];
  const listen = (error: unknown) => errors.push(error);
  process.on('unhandledRejection', listen);
  try {
    const log: string[] = [];
    const start = Date.now();
    const callers = new Map<string, AbortController>();
    const begin = (name: string, ms: number, end: (signal: AbortSignal) => Promise<unknown>) => {
      const caller = new AbortController();
      callers.set(name, caller);
      // It has a listener of its own, which is to stay.
      caller.signal.addEventListener('abort', () => log.push(`${name} aborts`));
      if (name === 'aborted') caller.abort();
      const note = (what: string) => {
        const listeners = getEventListeners(caller.signal, 'abort').length;
        log.push(`${Date.now() - start} ${name} ${what}${listeners > 1 ? ', a listener' : ''}`);
      };
      const work = (signal: AbortSignal) => {
        signal.addEventListener('abort', () => log.push(`${name} told`));
        return end(signal);
      };
      timeLimit(work, ms, name === 'nobody' ? undefined : caller.signal).then(
        (value) => note(`= ${value}`),
        (error) => note(error === caller.signal.reason ? 'reason' : `! ${error.message}`),
      );
    };
    const never = () => new Promise<never>(() => {});
    const after = (ms: number, value: string | Error) => () =>
      new Promise((resolve, reject) => {
        setTimeout(() => (typeof value === 'string' ? resolve(value) : reject(value)), ms);
      });
    const obeys = (signal: AbortSignal) =>
      new Promise((_, reject) => {
        signal.addEventListener('abort', () => reject(new Error('obeyed')));
      });
    const play = async (ms: number, timers: number) => {
      await vi.advanceTimersByTimeAsync(ms);
      expect(vi.getTimerCount()).toBe(timers);
      return log.splice(0);
    };
    begin('aborted', 10, after(1, 'page'));
    expect(await play(1, 0)).toEqual(['aborted aborts', '0 aborted reason']);
    const own = new Error('own');
    begin('good', 50, after(9, 'page'));
    begin('bad', 60, after(9, own));
    expect(await play(8, 4)).toEqual([]);
    expect(await play(2, 0)).toEqual(['10 good = page', '10 bad ! own']);
    begin('nobody', 20, never);
    begin('deaf', 21, after(30, new Error('late')));
    begin('obedient', 22, obeys);
    begin('left', 90, obeys);
    begin('left, deaf', 90, never);
    expect(await play(19, 6)).toEqual([]);
    expect(await play(1, 5)).toEqual(['nobody told', '31 nobody ! time is up']);
    expect(await play(1, 4)).toEqual(['deaf told', '32 deaf ! time is up']);
    expect(await play(1, 3)).toEqual(['obedient told', '33 obedient ! time is up']);
    callers.get('left')?.abort();
    callers.get('left, deaf')?.abort();
    const told = await play(0, 1);
    expect(told.filter((line) => line.endsWith('told'))).toEqual(['left told', 'left, deaf told']);
    expect(told.filter((line) => line.startsWith('33'))).toEqual([
      '33 left reason',
      '33 left, deaf reason',
    ]);
    expect(await play(200, 0)).toEqual([]);
    expect(errors).toEqual([]);
  } finally {
    process.off('unhandledRejection', listen);
    vi.useRealTimers();
  }
}
