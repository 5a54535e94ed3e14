import { expect, observe, test } from '#lab';
import {
  endedAt,
  idleTimes,
  inFlightAt,
  isBefore,
  neverStarted,
  notOverAt,
  peakOf,
  totalOf,
  workOf,
} from './look.ts';

/** a runs from 0 to 20 ms, b from 0 to 10, c from 30 to 40 and d from 40 to 45; nobody starts e. */
const run = async () => {
  const trace = await observe(async ({ job, burn }) => {
    const c = job('c', 10);
    job('e', 10);
    await Promise.all([job('a', 20)(), job('b', 10)()]);
    await new Promise((resolve) => setTimeout(resolve, 10));
    await c();
    burn(5, 'd');
  });
  const work = workOf(trace);
  const [a, b, c, d] = work as [Span, Span, Span, Span];
  return { trace, work, a, b, c, d };
};

type Span = ReturnType<typeof workOf>[number];

const names = (spans: readonly Span[]) => spans.map(({ name }) => name).join(' ');

test('of a moment, what came before it; of a ms, the whole of it', async () => {
  const { trace, work, b, c, d } = await run();
  expect(names(inFlightAt(work, b.start))).toBe('a');
  expect(names(notOverAt(work, d.start))).toBe('d');
  expect(names(notOverAt(work, { at: 20 }))).toBe('c d');
  expect(names(endedAt(work, { at: 40 }))).toBe('c');
  expect(names(endedAt(work, d.start))).toBe('c');
  expect(names(endedAt(work, c.start))).toBe('');
  expect(isBefore(b.start, b.start)).toBe(false);
  expect(isBefore(b.start, { at: 0 })).toBe(true);
  expect(isBefore(null, trace.outcome)).toBe(false);
});

test('how much, how long, and what never began', async () => {
  const { trace, work } = await run();
  expect(peakOf(work)).toBe(2);
  expect(totalOf(work)).toBe(45);
  expect(idleTimes(work)).toEqual([[20, 30]]);
  expect(idleTimes(work, 50)).toEqual([
    [20, 30],
    [45, 50],
  ]);
  expect(neverStarted(trace)).toEqual(['e']);
});
