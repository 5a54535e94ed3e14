// Moves the clock to the end, then expects that it rejects: the way that reads best.
// Fails: comes to an end, and leaves nothing behind, whether it resolves or rejects
// Says: A promise that rejects while you move the clock needs its handler before that:
import { expect, vi } from 'vitest';

type Retry = (op: () => Promise<unknown>) => Promise<unknown>;

export async function check(retry: Retry): Promise<void> {
  const [first, second, third] = ['first', 'second', 'third'].map((text) => new Error(text));
  const final = Object.assign(new Error('final'), { isFinal: true });
  vi.useFakeTimers({ toFake: ['setTimeout', 'Date'] });
  try {
    await checkRejection(retry, third, [first, second, third]);
    await checkCalls(retry, ['value']);
    await checkCalls(retry, [first, 'value']);
    await checkCalls(retry, [first, second, 'value']);
    await checkRejection(retry, final, [final]);
    await checkRejection(retry, final, [first, final]);
  } finally {
    vi.useRealTimers();
  }
}

async function checkCalls(retry: Retry, outcomes: readonly unknown[]): Promise<void> {
  const start = Date.now();
  const calls: number[] = [];
  const op = async () => {
    const outcome = outcomes[calls.length];
    calls.push(Date.now() - start);
    await new Promise((resolve) => setTimeout(resolve, 10));
    if (outcome instanceof Error) throw outcome;
    return outcome;
  };
  const settled: unknown[] = [];
  const note = (how: string) => (what: unknown) =>
    settled.push(how, Date.now() - start, what, vi.getTimerCount());

  retry(op).then(note('fulfils'), note('rejects'));
  expect(calls).toEqual([0]);
  await vi.advanceTimersByTimeAsync(5000);

  const expected = [0, 110, 320].slice(0, outcomes.length);
  const last = outcomes.at(-1);
  expect(calls).toEqual(expected);
  expect(settled).toEqual([
    last instanceof Error ? 'rejects' : 'fulfils',
    Number(expected.at(-1)) + 10,
    last,
    0,
  ]);
  expect(settled[2]).toBe(last);
}

async function checkRejection(retry: Retry, reason: unknown, reasons: unknown[]): Promise<void> {
  const start = Date.now();
  const calls: number[] = [];
  const retried = retry(async () => {
    calls.push(Date.now() - start);
    await new Promise((resolve) => setTimeout(resolve, 10));
    throw reasons[calls.length - 1];
  });
  const times = [0, 110, 320].slice(0, reasons.length);
  await vi.advanceTimersByTimeAsync(Number(times.at(-1)) + 10);
  expect(vi.getTimerCount()).toBe(0);
  const turn = new Promise((resolve) => setImmediate(resolve));
  await expect(Promise.race([retried, turn])).rejects.toBe(reason);
  expect(calls).toEqual(times);
}
