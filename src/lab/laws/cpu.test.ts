import { expect, observe, test } from '#lab';
import { toBeSilentAtMost, toGiveWayOnlyAfter, toIdleAtMost, toTellKind } from './cpu.ts';

const turn = () => new Promise((resolve) => setImmediate(resolve));

/** Works for 5 ms, gives way, works for 20 ms, sleeps for 30 ms, and works for 5 ms more. */
const working = () =>
  observe(async ({ burn, sleep, heartbeat }) => {
    heartbeat(10);
    burn(5, 'slice');
    await turn();
    burn(20, 'slice');
    await sleep(30);
    burn(5, 'slice');
    return 'cpu';
  });

test('toBeSilentAtMost: nothing else could run', async () => {
  const trace = await working();
  expect(toBeSilentAtMost(trace, 20)).toBeUndefined();
  expect(toBeSilentAtMost(trace, 10)).toMatchInlineSnapshot(`
    {
      "fact": "From 5 to 25 ms nothing else could run: the event loop was silent for 20 ms, and at most 10 ms are promised. The heartbeat that was due at 10 ms beat at 25 ms.",
      "possible": "An await of a value, queueMicrotask and nextTick give way only to one another, and immediates that were set together all have the same turn. Wait for a turn of the event loop (setImmediate, setTimeout), work for one slice, and wait for the next turn.",
    }
  `);
});

test('toGiveWayOnlyAfter: gave way too often', async () => {
  const trace = await working();
  expect(toGiveWayOnlyAfter(trace, 5)).toBeUndefined();
  expect(toGiveWayOnlyAfter(trace, 10)).toMatchInlineSnapshot(`
    {
      "fact": "From 0 to 5 ms it worked, and then gave way: after 5 ms, and not before 10 ms is promised. It gave way 2 times in all.",
      "possible": "Every turn of the event loop costs something. Look at the clock after each piece of work, and give way only when the time is up.",
    }
  `);
});

test('toIdleAtMost: slept when there was work', async () => {
  const trace = await working();
  expect(toIdleAtMost(trace, 30)).toBeUndefined();
  expect(toIdleAtMost(trace, 0)).toMatchInlineSnapshot(`
    {
      "fact": "From 25 to 55 ms the CPU was idle, and there was work for it. At most 0 ms at a stretch are promised.",
      "possible": "Giving way is no sleep: let in who is ready, and go on.",
    }
  `);
});

test('toTellKind: how long it calculated, and waited', async () => {
  const trace = await working();
  expect(toTellKind(trace, 'cpu')).toBeUndefined();
  expect(toTellKind(trace, 'io')).toMatchInlineSnapshot(`
    {
      "fact": "It fulfilled with 'cpu' at 60 ms; expected 'io'.",
      "possible": "Of the 60 ms that it took, it calculated for 30 and waited for 30.",
    }
  `);
});
