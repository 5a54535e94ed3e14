import { expect, observe, test } from '#lab';
import { toCallOnce, toCrashWith } from './callback.ts';

const BUG = 'bug in the callback';

/** A callback with a bug gets its own error, as if the work had failed. */
const calledTwice = () =>
  observe(async ({ job, call }) => {
    const callback = () =>
      call('callback', () => {
        throw new Error(BUG);
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
      "possible": "The first time, it threw an error of its own. Did a catch take that error, and pass it to the same callback? Handle only the errors of the work there.",
    }
  `);
});

test('toCallOnce: called twice without any error', async () => {
  const trace = await observe(({ call }) => {
    for (let i = 0; i < 2; i++) call('callback', () => {});
  });
  expect(toCallOnce(trace, 'callback')?.possible).toMatchInlineSnapshot(
    `"Is it called in two places, or still kept after it was called?"`,
  );
});

test('toCallOnce: never called', async () => {
  const lost = await observe(({ job }) => job('page', 30)());
  expect(toCallOnce(lost, 'callback')).toMatchInlineSnapshot(`
    {
      "fact": "'callback' was never called; expected once.",
      "possible": "Was the work already running when this callback was passed in? Keep every callback that waits, or attach each one to the same promise.",
    }
  `);

  const failed = await observe(({ job }) => job('page', 30, { fails: true })().catch(() => {}));
  expect(toCallOnce(failed, 'callback')?.possible).toMatchInlineSnapshot(
    `"'page' failed at 30 ms. Was this callback waiting for that? If so, call it with the error."`,
  );

  expect(toCallOnce(await calledTwice(), 'another')?.possible).toMatchInlineSnapshot(
    `"'callback' threw an error of its own at 30 ms. Does one loop call all callbacks? Such an error ends the loop: queue each callback on its own."`,
  );
});

test('toCrashWith: caught, or never thrown', async () => {
  expect(toCrashWith(await calledTwice())).toBeUndefined();
  expect(toCrashWith(await calledTwice(), BUG)).toMatchInlineSnapshot(`
    {
      "fact": "'bug in the callback' was thrown by a callback, and caught; expected: uncaught.",
      "possible": "An error of a callback is a bug in the callback: let it reach Node, which reports it. Catch only the errors of the work.",
    }
  `);

  const never = await observe(({ sleep }) => sleep(10));
  expect(toCrashWith(never, BUG)).toMatchInlineSnapshot(`
    {
      "fact": "'bug in the callback' was never thrown; expected: uncaught.",
      "possible": "Was the callback called that throws it?",
    }
  `);
});

test('toCrashWith: work rejected, and its rejection is handled', async () => {
  const trace = await observe(async ({ job, sleep }) => {
    job('f', 13, { fails: true })().catch(() => {});
    await sleep(17);
  });
  expect(toCrashWith(trace, 'f failed')).toMatchInlineSnapshot(`
    {
      "fact": "'f' rejected at 13 ms, and the rejection was handled; expected: unhandled.",
      "possible": "A handler that your code attaches to a promise handles its rejection, also if it only looks at the end.",
    }
  `);
});

test('toCrashWith: another error, or the same one twice', async () => {
  const error = new Error(BUG);
  const trace = await observe(
    ({ sleep }) => {
      for (let i = 0; i < 2; i++) Promise.reject(error);
      return sleep(10);
    },
    { mayLeave: ['rejection'] },
  );
  expect(toCrashWith(trace, BUG)).toMatchInlineSnapshot(`
    {
      "fact": "'bug in the callback' was uncaught more than once; expected once.",
      "possible": "One error rejects every promise in a chain. Is there a second promise in your code that rejects with it?",
    }
  `);
  expect(toCrashWith(trace)).toMatchInlineSnapshot(`
    {
      "fact": "'bug in the callback' was not caught; expected no error to be uncaught.",
      "possible": "Is it an error of the work? Attach a handler for it before it comes.",
    }
  `);
});
