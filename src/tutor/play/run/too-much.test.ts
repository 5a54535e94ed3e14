import { expect, test } from 'vitest';
import { MOST_STEPS, tellTooMuch } from './too-much.ts';

const steps = (at: (i: number) => number) =>
  Array.from({ length: MOST_STEPS + 1 }, (_, i) => ({ at: at(i) }));

test.each([
  [10, 400],
  [250, 10_000],
  [1, 40],
  [37, 2000],
])('with something every %i ms, it is stopped at %i ms', (ms, until) => {
  expect(tellTooMuch(steps((i) => i * ms))).toContain(
    `With --until ${until}, it stops at ${until} ms.`,
  );
});

test('where no time passes, no limit of time is of use', () => {
  const text = tellTooMuch(steps((i) => Math.min(i, 30)));
  expect(text).toContain('The last ones all came at 30 ms: a loop that awaits no timer');
  expect(text).not.toContain('--until');
});
