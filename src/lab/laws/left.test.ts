import { expect, observe, test } from '#lab';
import { toLeaveNothing } from './left.ts';

test('toLeaveNothing: a timer that nobody cleared, and work that nobody awaited', async () => {
  const trace = await observe(
    async ({ job }) => {
      setTimeout(() => {}, 100);
      job('page', 50)();
      await job('soup', 10)();
    },
    { mayLeave: ['timer', 'work'] },
  );
  expect(toLeaveNothing(trace, ['timer', 'work'])).toBeUndefined();
  expect(toLeaveNothing(trace)).toMatchInlineSnapshot(`
    {
      "fact": "2 things left behind when the call was over:
      - a timeout set at 0 ms, due at 100 ms
      - page, at work since 0 ms",
      "possible": "A timer that is wanted must be awaited; one that is no longer wanted must be cleared. What was started must be waited for, or stopped, before the caller hears.",
    }
  `);
});

test('toLeaveNothing: a failure that was heard too late', async () => {
  const trace = await observe(
    async ({ job }) => {
      const bread = job('bread', 10, { fails: true })();
      await job('soup', 30)();
      await bread.catch(() => {});
    },
    { mayLeave: ['rejection'] },
  );
  expect(toLeaveNothing(trace)).toMatchInlineSnapshot(`
    {
      "fact": "1 failure that nobody heard in time:
      - bread failed: a rejection that stood unhandled from 10 to 30 ms",
      "possible": "Was something else awaited until 30 ms? A promise that may fail needs somebody who listens from the moment it exists, and not only when its turn to be awaited comes. In a real program Node ends the process when one fails unheard.",
    }
  `);
});
