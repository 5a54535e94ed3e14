// Outcomes and durations that fast-check makes up.
import { deepEqual, equal } from 'node:assert/strict';
import fc from 'fast-check';
import { vi } from 'vitest';

type Retry = (op: () => Promise<unknown>) => Promise<unknown>;

/** How a call of `op` ends, and after how long. */
const call = fc.record({ how: fc.constantFrom('fulfils', 'rejects', 'final'), ms: fc.nat(300) });

/** When `op` is to be called, and when all is over. */
function plan(calls: readonly { how: string; ms: number }[]) {
  const starts: number[] = [];
  let now = 0;
  for (const [i, { how, ms }] of calls.entries()) {
    starts.push(now);
    now += ms;
    if (how !== 'rejects' || i === 2) break;
    now += i === 0 ? 100 : 200;
  }
  return { starts, end: now, last: starts.length - 1 };
}

export async function check(retry: Retry): Promise<void> {
  const property = fc.asyncProperty(
    fc.array(call, { minLength: 3, maxLength: 3 }),
    async (calls) => {
      const start = Date.now();
      const { starts, end, last } = plan(calls);
      const outcomes = calls.map(({ how }) => ({ isFinal: how === 'final' }));
      const called: number[] = [];
      const settled: unknown[] = [];
      const settle = (how: string) => (what: unknown) => {
        settled.push(how, Date.now() - start, outcomes.indexOf(what as never), vi.getTimerCount());
      };
      retry(async () => {
        const i = called.push(Date.now() - start) - 1;
        // A timer of 0 ms takes 1.
        if (calls[i]?.ms) await new Promise((resolve) => setTimeout(resolve, calls[i]?.ms));
        if (calls[i]?.how !== 'fulfils') throw outcomes[i];
        return outcomes[i];
      }).then(settle('fulfils'), settle('rejects'));
      equal(called.length, 1);
      await vi.advanceTimersByTimeAsync(3000);
      deepEqual(called, starts);
      deepEqual(settled, [calls[last]?.how === 'fulfils' ? 'fulfils' : 'rejects', end, last, 0]);
    },
  );
  vi.useFakeTimers();
  try {
    await fc.assert(property, { numRuns: 30, seed: 7, endOnFailure: true });
  } finally {
    vi.useRealTimers();
  }
}
