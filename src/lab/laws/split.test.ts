import { expect, observe, test } from '#lab';
import { toSplit } from './split.ts';

/** a fails at 10 ms, and b is done at 20; whoever waits returns at that ms, and gives these names. */
const waiting = (ms: number, done: string[], pending: string[]) =>
  observe(
    async ({ job, call, sleep }) => {
      job('a', 10, { fails: true })().catch(() => {});
      job('b', 20)();
      return call('wait', () => sleep(ms).then(() => ({ done, pending })));
    },
    { mayLeave: ['work'] },
  );

test('toSplit: did not wait', async () => {
  const trace = await waiting(10, ['a'], ['b']);
  expect(toSplit(trace, ['a'], ['b'])).toBeUndefined();
  expect(toSplit(trace, ['a', 'b'], [])).toMatchInlineSnapshot(`
    {
      "fact": "It returned at 10 ms, when 'a' failed and 'sleep' ended, and did not wait for b (until 20 ms).",
    }
  `);
});

test('toSplit: waited too long', async () => {
  const trace = await waiting(20, ['a', 'b'], []);
  expect(toSplit(trace, ['a'], ['b'])).toMatchInlineSnapshot(`
    {
      "fact": "It returned at 20 ms, and waited for b too; expected a done and b pending.",
      "possible": "'a' failed at 10 ms, and that was enough.",
    }
  `);
});

test('toSplit: in the wrong set', async () => {
  const trace = await waiting(15, ['b'], ['a']);
  expect(toSplit(trace, ['a'], ['b'])).toMatchInlineSnapshot(`
    {
      "fact": "a is called pending at 15 ms, and had failed at 10 ms.",
      "possible": "What settled before is settled, whoever else is enough. Let all of them say so before you sort: callbacks of promises run one after another.",
    }
  `);
});
