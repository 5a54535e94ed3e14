// What it expects stands in a handler that nobody awaits.
// Fails: notices that it does not wait
// Fails: notices that it waits 100 ms each time
// Fails: notices that it counts the wait from the call of op
// Fails: notices that it calls op twice at most
// Fails: notices that it calls op once too often
// Fails: notices that it calls op again after it has fulfilled
// Fails: notices that it calls op again after a final reason
// Fails: notices that it asks only the first reason whether it is final
// Fails: notices that it waits after the last rejection
// Fails: notices that it rejects with the first reason
// Fails: notices that it rejects with an error of its own
// Fails: notices that it fulfils with undefined after the last rejection
// Fails: notices that it never settles after the last rejection
// Fails: notices that it leaves a timer set
// Fails: comes to an end, and leaves nothing behind, whether it resolves or rejects
// Says: An expectation failed in it, in a promise that no code awaits, so that it does not count:
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
  const note = (how: string) => (what: unknown) =>
    settled.push(how, Date.now() - start, what, vi.getTimerCount());

  retry(op).then(note('fulfils'), note('rejects'));
  expect(calls).toEqual([0]);
  void vi.advanceTimersByTimeAsync(5000).then(() => {
    const expected = [0, 110, 320].slice(0, outcomes.length);
    expect(calls).toEqual(expected);
    expect(settled.slice(2)).toEqual([outcomes.at(-1), 0]);
  });
}
