import { expect, observe, test } from '#lab';
import { toSplit } from './split.ts';

/** a fails at 10 ms, and b ends at 20; the call fulfils at that ms, with these names. */
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
      "fact": "It fulfilled at 10 ms, when 'a' failed and 'sleep' ended, and did not wait for 'b' (until 20 ms).
    Expected 'a' and 'b' in done, none in pending.",
      "possible": "Did your code stop waiting because 'a' failed? In this scene that was not enough.",
    }
  `);

  const early = await waiting(5, [], ['a', 'b']);
  expect(toSplit(early, ['a'], ['b'])?.possible).toMatchInlineSnapshot(
    `"What ended the waiting at that time?"`,
  );
  expect(toSplit(early, ['a'], ['b'], 'Because.')?.possible).toBe('Because.');
});

test('toSplit: waited too long', async () => {
  const trace = await waiting(20, ['a', 'b'], []);
  expect(toSplit(trace, ['a'], ['b'])).toMatchInlineSnapshot(`
    {
      "fact": "It fulfilled at 20 ms, and waited for 'b', too; expected 'a' in done, 'b' in pending.",
      "possible": "All that was to be in done had settled when 'a' failed at 10 ms. What did your code wait for after that?",
    }
  `);
  expect(toSplit(trace, [], ['a', 'b'])?.possible).toMatchInlineSnapshot(
    `"What did your code wait for? Nothing was to settle first."`,
  );
  expect(toSplit(trace, ['a'], ['b'], 'Because.')?.possible).toBe('Because.');
});

test('toSplit: has settled, and is called pending', async () => {
  const trace = await waiting(15, ['b'], ['a']);
  expect(toSplit(trace, ['a'], ['b'])).toMatchInlineSnapshot(`
    {
      "fact": "'a' is in pending at 15 ms, but it had failed at 10 ms.",
      "possible": "A promise that has rejected has settled as well. Does your code attach a handler for the rejection, too?",
    }
  `);

  const late = await waiting(25, ['a'], ['b']);
  expect(toSplit(late, ['a', 'b'], [])?.possible).toMatchInlineSnapshot(
    `"A promise that has settled belongs in done, even when another one was enough. Handlers run one after another: let all of them run before you build the sets."`,
  );
});

test('toSplit: is still running, and is called done', async () => {
  const trace = await waiting(15, ['a', 'b'], []);
  expect(toSplit(trace, ['a'], ['b'])).toMatchInlineSnapshot(`
    {
      "fact": "'b' is in done, but was still running when the call ended, at 15 ms. It ended at 20 ms.",
      "possible": "How does your code know that a promise has settled? Only a handler of that promise can tell.",
    }
  `);

  const live = await observe(async ({ job, call, sleep }) => {
    const sets = { done: [] as string[], pending: ['b'] };
    job('b', 20)().then(() => {
      sets.done.push('b');
      sets.pending.pop();
    });
    await call('wait', () => sleep(10).then(() => sets));
    await sleep(20);
    return sets;
  });
  expect(toSplit(live, [], ['b'])?.possible).toMatchInlineSnapshot(
    `"Do your handlers still change the set that the caller has? Fulfil with copies."`,
  );
});

test('toSplit: in both, in neither, or not passed in', async () => {
  const trace = await waiting(15, ['a', 'c'], ['a']);
  expect(toSplit(trace, ['a', 'c'], [])).toMatchInlineSnapshot(`
    {
      "fact": "'a' is in both sets; expected 'a' and 'c' in done, none in pending.",
      "possible": "Is a promise removed from pending when it is added to done?",
    }
  `);
  expect(toSplit(trace, ['a', 'b', 'c'], [])?.fact).toMatchInlineSnapshot(
    `"'a' is in both sets; expected 'a', 'b' and 'c' in done, none in pending."`,
  );
  expect(toSplit(trace, ['a'], ['b'])).toMatchInlineSnapshot(`
    {
      "fact": "In one of the sets is 'c'; expected only 'a' and 'b'.",
      "possible": "Did your code put a new promise or a result into the set? An async function, then, catch and finally return a new promise each.",
    }
  `);
});

test('toSplit: rejected, or never settled', async () => {
  const failed = await observe(({ job }) => job('a', 10, { fails: true })());
  expect(toSplit(failed, ['a'], [])).toMatchInlineSnapshot(`
    {
      "fact": "It rejected at 10 ms with: a failed
    Expected 'a' in done, none in pending.",
      "picture": true,
      "possible": "'a' failed at 10 ms, and your code passed its error on. A promise that has rejected has settled as well: put it into done, and throw nothing.",
    }
  `);

  const own = await observe(async ({ sleep }) => {
    await sleep(10);
    throw new Error('timed out');
  });
  expect(toSplit(own, ['a'], [], 'A timeout is no error.')?.possible).toBe(
    'A timeout is no error.',
  );

  const deadlock = await observe(() => new Promise(() => {}));
  expect(toSplit(deadlock, [], [], 'Because.')?.possible).toBe('Because.');
  expect(toSplit(deadlock, [], [])?.possible).toMatch(/promise/);
});
