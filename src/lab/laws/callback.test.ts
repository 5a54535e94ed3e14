import { expect, observe, test } from '#lab';
import { toCallOnce, toCrashWith } from './callback.ts';

/** A callback with a bug is taken for work that failed, and told of its own error. */
const calledTwice = () =>
  observe(async ({ job, call }) => {
    const callback = () =>
      call('callback', () => {
        throw new Error('bug in the callback');
      });
    await job('page', 30)()
      .then(callback)
      .catch(callback)
      .catch(() => {});
  });

test('toCallOnce: called again with its own error', async () => {
  const trace = await calledTwice();
  expect(toCallOnce(trace)).toBeUndefined();
  expect(toCallOnce(trace, 'callback')).toMatchInlineSnapshot(`
    {
      "fact": "'callback' was called 2 times, at 30 and 30 ms; expected once.",
      "possible": "The first time it threw an error of its own. That was caught, taken for a failure of the work, and told to the very callback that had thrown it. Listen for failures of the work alone.",
    }
  `);
});

test('toCallOnce: never called', async () => {
  const trace = await observe(({ job }) => job('page', 30, { fails: true })().catch(() => {}));
  expect(toCallOnce(trace, 'callback')).toMatchInlineSnapshot(`
    {
      "fact": "'callback' was never called; expected once.",
      "possible": "'page' failed at 30 ms: who waits for it must be told that as well.",
    }
  `);
});

test('toCrashWith: nobody heard of the bug', async () => {
  expect(toCrashWith(await calledTwice())).toBeUndefined();
  expect(toCrashWith(await calledTwice(), 'bug in the callback')).toMatchInlineSnapshot(`
    {
      "fact": "A callback threw 'bug in the callback', and nobody ever heard of it.",
      "possible": "A catch has taken it. What a callback throws is a bug in the callback: whoever wrote it must hear of it. Catch what your own work fails with, and let what the callback throws go up to Node, which reports it.",
    }
  `);
});
