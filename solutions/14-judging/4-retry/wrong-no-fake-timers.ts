// No fake timers at all: it waits until it has happened.
// Fails: notices that it leaves a timer set
// Fails: takes no real time
// Says: It slipped through: your check resolves, and should have noticed that it leaves a timer set.
import { expect } from 'vitest';

type Retry = (op: () => Promise<unknown>) => Promise<unknown>;

export async function check(retry: Retry): Promise<void> {
  const [first, second, third] = ['first', 'second', 'third'].map((text) => new Error(text));
  const final = Object.assign(new Error('final'), { isFinal: true });
  await checkCalls(retry, [first, second, third]);
  await checkCalls(retry, ['value']);
  await checkCalls(retry, [first, 'value']);
  await checkCalls(retry, [first, second, 'value']);
  await checkCalls(retry, [final]);
  await checkCalls(retry, [first, final]);
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
  await new Promise((resolve) => setTimeout(resolve, 1000));

  const expected = [0, 110, 320].slice(0, outcomes.length);
  const last = outcomes.at(-1);
  expect(calls).toEqual(expected);
  expect(settled).toEqual([
    last instanceof Error ? 'rejects' : 'fulfils',
    Number(expected.at(-1)) + 10,
    last,
  ]);
  expect(settled[2]).toBe(last);
}
