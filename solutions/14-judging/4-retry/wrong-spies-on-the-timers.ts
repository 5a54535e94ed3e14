// Asks which timers it has set, and not what it did: a wait of two timers is a wait.
// Fails: accepts one whose waits are two timers each
// Says: Your check rejects for one whose waits are two timers each, which keeps the contract.
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
  const spy = vi.spyOn(globalThis, 'setTimeout');
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
  const waits = spy.mock.calls.map(([, ms]) => ms).filter((ms) => ms !== 10);
  spy.mockRestore();
  expect(waits).toEqual([100, 200].slice(0, outcomes.length - 1));
}
