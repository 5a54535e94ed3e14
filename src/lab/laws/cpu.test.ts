import { MessageChannel } from 'node:worker_threads';
import { expect, observe, test } from '#lab';
import { toBeSilentAtMost, toGiveWayOnlyAfter, toIdleAtMost, toTellKind } from './cpu.ts';

const turn = () => new Promise((resolve) => setImmediate(resolve));

/** Works for 5 ms, yields, works for 20 ms, sleeps for 30 ms, and works for 5 ms more. */
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

/** What is said of 6 pieces of work, 10 ms each, that block the loop for longer than 10 ms. */
const blocked = async (chunked: (work: () => void) => unknown) => {
  const trace = await observe(async ({ burn }) => {
    await chunked(() => burn(10, 'work'));
  });
  return toBeSilentAtMost(trace, 10);
};

test('toBeSilentAtMost: yields, but too late', async () => {
  const trace = await working();
  expect(toBeSilentAtMost(trace, 20)).toBeUndefined();
  expect(toBeSilentAtMost(trace, 10)).toMatchInlineSnapshot(`
    {
      "fact": "The event loop was blocked for 20 ms, from 5 to 25 ms; expected 10 ms at most. The heartbeat that was due at 10 ms ran at 25 ms.",
      "possible": "Your code does yield, but too late: it did 1 piece of work in these 20 ms. Does it measure the time since it last yielded, or does it count the pieces?",
    }
  `);
});

test('toBeSilentAtMost: a spec may know that the work is not the code’s own to slice', async () => {
  expect(toBeSilentAtMost(await working(), 10, 'A thread does it.')?.possible).toBe(
    'A thread does it.',
  );
});

test('toBeSilentAtMost: never yields', async () => {
  expect(
    await blocked(async (work) => {
      for (let i = 0; i < 6; i++) {
        work();
        await null;
      }
    }),
  ).toMatchInlineSnapshot(`
    {
      "fact": "The event loop was blocked for 60 ms, from 0 to 60 ms; expected 10 ms at most.",
      "possible": "Your code never yielded to the event loop. await null, queueMicrotask and nextTick let no timer run, and an async function does not yield by itself. Await a setImmediate or a timer after each slice.",
    }
  `);
});

test('toBeSilentAtMost: immediates that were queued together', async () => {
  const breach = await blocked((work) =>
    Promise.all(Array.from({ length: 6 }, () => turn().then(work))),
  );
  expect(breach?.possible).toMatchInlineSnapshot(
    `"At 0 ms your code queued 6 immediates. All of them run in the same event-loop iteration, and no timer runs between them. Queue the next one only when a slice has ended."`,
  );
});

test('toBeSilentAtMost: never yields, and queues immediates or sends messages for which it does not wait', async () => {
  const { port1 } = new MessageChannel();
  const breach = await blocked((work) => {
    for (let i = 0; i < 2; i++) setImmediate(() => {});
    for (let i = 0; i < 6; i++) {
      work();
      port1.postMessage(null);
    }
    port1.close();
    return turn();
  });
  expect(breach?.possible).toMatch(/^Your code never yielded/);
});

test('toBeSilentAtMost: messages from one port, and from a new one each time', async () => {
  const by = (channelOf: () => MessageChannel) => async (work: () => void) => {
    for (let i = 0; i < 6; i++) {
      work();
      const { port1, port2 } = channelOf();
      await new Promise((resolve) => {
        port2.once('message', resolve);
        port1.postMessage(null);
      });
      if (i === 5) port1.close();
    }
  };
  const one = new MessageChannel();
  const breach = await blocked(by(() => one));
  expect(breach).toMatchInlineSnapshot(`
    {
      "fact": "The event loop was blocked for 50 ms, from 10 to 60 ms; expected 10 ms at most.",
      "possible": "Your code sent a message at 20 ms, but no timer could run. Node delivers up to 1,000 messages of a port in one event-loop iteration. Use setImmediate, or a new MessageChannel each time.",
    }
  `);

  expect(
    await blocked(
      by(() => {
        const own = new MessageChannel();
        own.port2.once('message', () => own.port1.close());
        return own;
      }),
    ),
  ).toBeUndefined();
});

test('toGiveWayOnlyAfter: yielded too often', async () => {
  const trace = await working();
  expect(toGiveWayOnlyAfter(trace, 5)).toBeUndefined();
  expect(toGiveWayOnlyAfter(trace, 10)).toMatchInlineSnapshot(`
    {
      "fact": "From 0 to 5 ms it worked, and yielded after 5 ms; expected 10 ms or more. In all, it did its work in 3 parts.",
      "possible": "Yielding costs time. Look at the clock after each piece of work, and yield only when the slice is used up.",
    }
  `);
});

test('toGiveWayOnlyAfter: measured from the very beginning', async () => {
  const trace = await observe(async ({ burn }) => {
    for (const ms of [10, 1, 1]) {
      burn(ms);
      await turn();
    }
  });
  expect(toGiveWayOnlyAfter(trace, 10)).toMatchInlineSnapshot(`
    {
      "fact": "From 10 to 11 ms it worked, and yielded after 1 ms; expected 10 ms or more. In all, it did its work in 3 parts.",
      "possible": "The first part was long enough. Does your code measure from the last time it yielded, or from the very beginning?",
    }
  `);
});

test('toIdleAtMost: slept when there was work', async () => {
  const trace = await working();
  expect(toIdleAtMost(trace, 30)).toBeUndefined();
  expect(toIdleAtMost(trace, 0)).toMatchInlineSnapshot(`
    {
      "fact": "From 25 to 55 ms the CPU was idle, although there was work left; expected 0 ms at most.",
      "possible": "To yield is not to sleep: let the callbacks run that are ready, and continue.",
    }
  `);

  const slept = await observe(async ({ burn }) => {
    burn(10);
    await new Promise((resolve) => setTimeout(resolve, 10));
    burn(10);
  });
  expect(toIdleAtMost(slept, 1)?.possible).toMatchInlineSnapshot(
    `"A timer of your code, set at 10 ms, fired at 20 ms. To yield is not to sleep: let the callbacks run that are ready, and continue."`,
  );
});

test('toTellKind: how long it computed, and waited', async () => {
  const trace = await working();
  expect(toTellKind(trace, 'cpu')).toBeUndefined();
  expect(toTellKind(trace, 'io')).toMatchInlineSnapshot(`
    {
      "fact": "It fulfilled with 'cpu' at 60 ms; expected 'io'.",
      "possible": "In these 60 ms the work computed for 30 ms, and only waited for 30 ms. None of your timers was late.",
    }
  `);
});

test('toTellKind: how late the timers of the learner were', async () => {
  const trace = await observe(async ({ burn, sleep }) => {
    const timer = setInterval(() => {}, 10);
    burn(45);
    await sleep(10);
    clearInterval(timer);
    return 'io';
  });
  expect(toTellKind(trace, 'cpu')?.possible).toMatchInlineSnapshot(
    `"In these 55 ms the work computed for 45 ms, and only waited for 10 ms. Your timers were late by 35 ms in all."`,
  );
});

test('toTellKind: an answer long after the work', async () => {
  const trace = await observe(async ({ burn }) => {
    burn(45);
    await new Promise((resolve) => setTimeout(resolve, 100));
    return 'io';
  });
  expect(toTellKind(trace, 'cpu')?.possible).toMatchInlineSnapshot(
    `"In all the 45 ms the work computed: the thread was blocked, and nothing else could run. The answer came only at 145 ms. None of your timers was late."`,
  );
});
