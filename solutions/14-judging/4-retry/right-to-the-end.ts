// Lets all timers fire, and asks what the clock says then: a timer that is left makes it late.
import { deepEqual, equal } from 'node:assert/strict';
import { vi } from 'vitest';

type Retry = (op: () => Promise<unknown>) => Promise<unknown>;

const OP = 25;

export async function check(retry: Retry): Promise<void> {
  vi.useFakeTimers();
  try {
    const run = async (outcomes: (() => unknown)[]) => {
      const start = Date.now();
      const calls: number[] = [];
      let outcome: unknown;
      retry(async () => {
        const next = outcomes[calls.push(Date.now() - start) - 1];
        await new Promise((resolve) => setTimeout(resolve, OP));
        return next?.();
      }).then(
        (value) => {
          outcome = { value, at: Date.now() - start };
        },
        (reason) => {
          outcome = { reason, at: Date.now() - start };
        },
      );
      equal(calls.length, 1);
      await vi.runAllTimersAsync();
      return { calls, outcome, end: Date.now() - start };
    };
    const throws = (error: unknown) => () => {
      throw error;
    };
    const texts = ['first', 'second', 'third'].map(throws);
    deepEqual(await run(texts), {
      calls: [0, 125, 350],
      outcome: { reason: 'third', at: 375 },
      end: 375,
    });
    deepEqual(await run([throws('first'), throws('second'), () => 3]), {
      calls: [0, 125, 350],
      outcome: { value: 3, at: 375 },
      end: 375,
    });
    deepEqual(await run([() => 1]), { calls: [0], outcome: { value: 1, at: 25 }, end: 25 });
    for (const before of [[], [throws('first')]]) {
      const final = { isFinal: true };
      const calls = [0, 125].slice(0, before.length + 1);
      const end = Number(calls.at(-1)) + OP;
      const expected = { calls, outcome: { reason: final, at: end }, end };
      deepEqual(await run([...before, throws(final)]), expected);
    }
  } finally {
    vi.useRealTimers();
  }
}
