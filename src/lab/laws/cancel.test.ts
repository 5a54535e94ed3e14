import { expect, observe, test } from '#lab';
import { toAbort, toSettleLast } from './cancel.ts';

/** a fails at 20 ms; b is told to stop then, and needs 10 ms for it; c goes on until 40 ms. */
const failing = () =>
  observe(
    ({ job }) => {
      const controller = new AbortController();
      const work = [
        job('a', 20, { fails: true })(),
        job('b', 50, { stopsIn: 10 })(controller.signal),
        job('c', 40)(),
      ];
      return Promise.all(work).finally(() => controller.abort());
    },
    { mayLeave: ['work'] },
  );

test('toAbort: told to stop, and at which ms', async () => {
  const trace = await failing();
  expect(toAbort(trace, { b: 20 })).toBeUndefined();
  expect(toAbort(trace, { b: 40 })).toMatchInlineSnapshot(`
    {
      "fact": "b was told to stop at 20 ms, when 'a' failed; expected 40 ms, when 'c' ended.",
    }
  `);
  expect(toAbort(trace, {})).toMatchInlineSnapshot(`
    {
      "fact": "b was told to stop at 20 ms, when 'a' failed; nobody should have stopped it.",
    }
  `);
});

test('toAbort: never told to stop', async () => {
  expect(toAbort(await failing(), { b: 20, c: 20 })).toMatchInlineSnapshot(`
    {
      "fact": "c was never told to stop: it went on until 40 ms; expected at 20 ms, when 'a' failed.",
      "possible": "Ignoring a promise does not stop the work behind it: somebody must tell it. An AbortController does that for whoever was given its signal.",
    }
  `);
});

test('toSettleLast: the caller heard too early', async () => {
  expect(toSettleLast(await failing())).toMatchInlineSnapshot(`
    {
      "fact": "The caller heard at 20 ms, when 'b' (until 30 ms) and 'c' (until 40 ms) were still running.",
      "possible": "Telling work to stop is not the end of it: wait until each promise has settled, and only then let the caller hear.",
    }
  `);
});
