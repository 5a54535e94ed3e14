import { expect, observe, test } from '#lab';
import { toRunAsPlanned, toStartAt } from './schedule.ts';

/** a and b, one after the other; they could have run together. */
const inTurn = () =>
  observe(
    async ({ job }) => {
      const [a, b] = [job('a', 20), job('b', 10)];
      await a();
      await b();
    },
    { plan: { a: [0, 20], b: [0, 10] } },
  );

test('toStartAt: what departs first', async () => {
  const trace = await inTurn();
  expect(toStartAt(trace, { a: 0, b: 20 })).toBeUndefined();
  expect(toStartAt(trace, { a: 0, b: 10 })).toMatchInlineSnapshot(`
    {
      "fact": "b was started at 20 ms, just when a had ended; it could have started at 10 ms.",
      "possible": "Was 'a' awaited before 'b' was called? Start both first, then await them.",
    }
  `);
  expect(toStartAt(trace, { a: 0, b: 30 })).toMatchInlineSnapshot(`
    {
      "fact": "b was started at 20 ms, when 'a' ended; expected 30 ms.",
      "possible": undefined,
    }
  `);
  expect(toStartAt(trace, { a: 0 })).toMatchInlineSnapshot(`
    {
      "fact": "b was started at 20 ms, and should not have been: 'a' ended at 20 ms.",
    }
  `);
  expect(toStartAt(trace, { a: 0, b: 20, c: 20 })).toMatchInlineSnapshot(`
    {
      "fact": "c was never started; expected at 20 ms, when 'a' ended.",
    }
  `);
});

test('toRunAsPlanned: starts and ends', async () => {
  const trace = await inTurn();
  const planned = (b: [number, number]) => toRunAsPlanned({ ...trace, plan: { a: [0, 20], b } });
  expect(planned([20, 30])).toBeUndefined();
  expect(planned([20, 25])).toMatchInlineSnapshot(`
    {
      "fact": "b ended at 30 ms; expected 25 ms.",
      "possible": undefined,
    }
  `);
  expect(toRunAsPlanned(trace)).toMatchInlineSnapshot(`
    {
      "fact": "b was started at 20 ms, just when a had ended; it could have started at 0 ms.",
      "possible": "Was 'a' awaited before 'b' was called? Start both first, then await them.",
    }
  `);
});
