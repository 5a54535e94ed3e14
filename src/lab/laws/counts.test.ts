import { expect, observe, test } from '#lab';
import { toFireTimersAtMost, toFireTimersOnce, toSetTimers, toStart } from './counts.ts';

test('toStart: called for each await', async () => {
  const trace = await observe(async ({ job }) => {
    const page = job('page', 10);
    await Promise.all([page(), page()]);
    await page();
  });
  expect(toStart(trace, 'page', 3)).toBeUndefined();
  expect(toStart(trace, 'page', 1)).toMatchInlineSnapshot(`
    {
      "fact": "'page' was started 3 times, at 0, 0 and 10 ms; expected once.",
      "possible": "Each call starts the work again. Call once: one promise can be awaited many times.",
    }
  `);
  expect(toStart(trace, 'page', 1, 'Keep the page.')?.possible).toMatchInlineSnapshot(
    `"Keep the page."`,
  );
});

/** 'b' fails at 10 ms, and `after` tells what is called after that. */
const afterFailure = (after: 'b' | 'c') =>
  observe(async ({ job }) => {
    const work = { b: job('b', 10, { fails: true }), c: job('c', 10) };
    await work.b().catch(() => work[after]());
  });

test('toStart: not at all after a failure, and not at all', async () => {
  expect(toStart(await afterFailure('c'), 'c', 0)).toMatchInlineSnapshot(`
    {
      "fact": "'c' was started at 10 ms; expected: not at all.",
      "possible": "'b' failed at 10 ms. Does your code go on after a failure? Let the error leave your function.",
    }
  `);
  expect(toStart(await afterFailure('c'), 'c', 0, "Only 'a' needs it.")?.possible).toBe(
    "Only 'a' needs it.",
  );
  expect(toStart(await afterFailure('b'), 'b', 1)).toMatchInlineSnapshot(`
    {
      "fact": "'b' was started 2 times, at 0 and 10 ms; expected once.",
      "possible": "'b' failed at 10 ms, and was started again after that.",
    }
  `);
  const unwanted = await observe(({ job }) => job('c', 10)());
  expect(toStart(unwanted, 'c', 0)).toMatchInlineSnapshot(`
    {
      "fact": "'c' was started at 0 ms; expected: not at all.",
      "possible": "Calling a function starts its work, even without await.",
    }
  `);
});

test('toStart: not started again', async () => {
  const trace = await observe(({ job }) => job('page', 10, { fails: true })().catch(() => {}));
  expect(toStart(trace, 'page', 2)).toMatchInlineSnapshot(`
    {
      "fact": "'page' was started once, at 0 ms; expected 2 times.",
      "possible": "'page' failed at 10 ms, and was not started again. Is its promise kept? A rejected promise stays rejected.",
    }
  `);
  const again = await afterFailure('b');
  expect(toStart(again, 'b', 3, 'Three times is enough.')?.possible).toBe('Three times is enough.');
  expect(toStart(trace, 'picture', 1, 'There are two.')).toMatchInlineSnapshot(`
    {
      "fact": "'picture' was never started; expected once.",
      "possible": "There are two.",
    }
  `);
});

test('toSetTimers: polling', async () => {
  const trace = await observe(async ({ job }) => {
    let isThere = false;
    job('page', 25)().then(() => {
      isThere = true;
    });
    while (!isThere) await new Promise((resolve) => setTimeout(resolve, 10));
  });
  expect(toSetTimers(trace, 3)).toBeUndefined();
  expect(toSetTimers(trace, 0)).toMatchInlineSnapshot(`
    {
      "fact": "3 timers were set (0 → 10, 10 → 20 and 20 → 30 ms); expected 0.",
      "possible": "Does your code poll? A timer calls its callback by itself when its time is over.",
    }
  `);
});

test('toFireTimersOnce: an interval that polls', async () => {
  const trace = await observe(
    () =>
      new Promise<void>((resolve) => {
        let left = 3;
        const interval = setInterval(() => {
          if (--left > 0) return;
          clearInterval(interval);
          resolve();
        }, 10);
      }),
  );
  expect(toFireTimersOnce(trace)).toMatchInlineSnapshot(`
    {
      "fact": "A timer that was set at 0 ms fired 3 times; expected once at most.",
      "possible": "Does your code poll? A timer calls its callback by itself when its time is over.",
    }
  `);
  expect(toFireTimersOnce(await observe(({ job }) => job('page', 25)()))).toBeUndefined();
});

test('toSetTimers: a timer or two are no poll', async () => {
  const late = (n: number) =>
    observe(() => Promise.all(Array.from({ length: n }, (_, i) => pause(5 * (i + 1)))));
  const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
  expect(toSetTimers(await late(1), 0)?.possible).toMatchInlineSnapshot(
    `"What is that timer for? A promise calls its handlers as soon as it settles, and needs no timer."`,
  );
  expect(toSetTimers(await late(1), 0, 'There is nothing to wait for.')?.possible).toBe(
    'There is nothing to wait for.',
  );
  expect(toSetTimers(await late(3), 1)?.possible).toMatchInlineSnapshot(
    `"What is each of those timers for? A promise calls its handlers as soon as it settles, and needs no timer."`,
  );
});

/** Looks so many times, every 5 ms, and for as long at an interval of 3 ms. */
const looking = (times: number) =>
  observe(async () => {
    const interval = setInterval(() => {}, 3);
    for (let i = 0; i < times; i++) await new Promise((resolve) => setTimeout(resolve, 5));
    clearInterval(interval);
  });

test('toFireTimersAtMost: counts each time that a timer or an interval fires', async () => {
  expect(toFireTimersAtMost(await looking(2), 5)).toBeUndefined();
  expect(toFireTimersAtMost(await looking(2), 4)).toMatchInlineSnapshot(`
    {
      "fact": "Timers fired 5 times; expected 4 at most.",
      "possible": "A timer calls its callback by itself when its time is over.",
    }
  `);
  expect(toFireTimersAtMost(await looking(9), 4, 'One is enough.')).toMatchInlineSnapshot(`
    {
      "fact": "Timers fired 23 times; expected 4 at most.",
      "possible": "Does your code poll? One is enough.",
    }
  `);
  expect(toFireTimersAtMost(await observe(() => new Promise(() => {})), 4)?.fact).toContain(
    'Deadlock',
  );
});
