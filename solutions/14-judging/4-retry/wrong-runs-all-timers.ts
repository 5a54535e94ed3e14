// Lets all timers fire, however long that takes, and counts the calls.
// Fails: notices that it does not wait
// Fails: notices that it waits 100 ms each time
// Fails: notices that it counts the wait from the call of op
// Fails: notices that it waits after the last rejection
// Fails: notices that it leaves a timer set
// Says: It slipped through: your check resolves, and should have noticed that it does not wait.
import { expect, vi } from 'vitest';

type Retry = (op: () => Promise<unknown>) => Promise<unknown>;

export async function check(retry: Retry): Promise<void> {
  const [first, second, third] = ['first', 'second', 'third'].map((text) => new Error(text));
  const final = Object.assign(new Error('final'), { isFinal: true });
  vi.useFakeTimers();
  try {
    await checkCalls(retry, [first, second, third]);
    await checkCalls(retry, ['value']);
    await checkCalls(retry, [first, 'value']);
    await checkCalls(retry, [first, second, 'value']);
    await checkCalls(retry, [final]);
    await checkCalls(retry, [first, final]);
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
  const note = (how: string) => (what: unknown) => settled.push(how, Date.now() - start, what);

  retry(op).then(note('fulfils'), note('rejects'));
  expect(calls).toEqual([0]);
  await vi.runAllTimersAsync();

  const expected = [0, 110, 320].slice(0, outcomes.length);
  const last = outcomes.at(-1);
  expect(calls.length).toBe(expected.length);
  expect(settled).toEqual([
    last instanceof Error ? 'rejects' : 'fulfils',
    expect.any(Number),
    last,
  ]);
  expect(settled[2]).toBe(last);
}
