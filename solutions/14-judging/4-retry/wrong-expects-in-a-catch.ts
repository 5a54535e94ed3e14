// What it expects of the rejection stands in a catch, which runs only if there is one.
// Fails: notices that it fulfils with undefined after the last rejection
// Fails: notices that it never settles after the last rejection
// Says: It slipped through: your check resolves, and should have noticed that it fulfils with undefined
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
  const reason = outcomes.at(-1);
  let isReason = true;
  retry(op)
    .then(note('fulfils'))
    .catch((error) => {
      note('rejects')(error);
      isReason = error === reason;
    });
  expect(calls).toEqual([0]);
  await vi.advanceTimersByTimeAsync(5000);

  const expected = [0, 110, 320].slice(0, outcomes.length);
  expect(calls).toEqual(expected);
  if (!(reason instanceof Error)) expect(settled.at(-2)).toBe(reason);
  if (settled[0] === 'rejects') {
    expect(isReason).toBe(true);
    expect(settled[1]).toBe(Number(expected.at(-1)) + 10);
  }
  if (settled.length > 0) expect(settled.at(-1)).toBe(0);
}
