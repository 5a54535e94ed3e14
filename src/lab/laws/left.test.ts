import { expect, type Lab, observe, test } from '#lab';
import { toLeaveNothing } from './left.ts';

test('toLeaveNothing: a timer that was not cleared, and work that was not awaited', async () => {
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
      "fact": "2 things left behind at the end; expected none:
      - a timeout set at 0 ms, due at 100 ms
      - 'page', started at 0 ms and still running",
      "possible": "Await a timer that you still need, and clear one that you do not need. Await the work that you start, or stop it, before your function settles.",
    }
  `);
});

test('toLeaveNothing: what unref() does not do is said where a timer was left with it', async () => {
  const trace = await observe(() => void setTimeout(() => {}, 100).unref(), {
    mayLeave: ['timer'],
  });
  expect(toLeaveNothing(trace)?.possible).toBe(
    'Await a timer that you still need, and clear one that you do not need. unref() does not clear a timer: it only lets the process end before the timer fires.',
  );
});

/** What is said of the rejections in a scene. */
const unhandled = async (scene: (lab: Lab) => unknown) =>
  toLeaveNothing(await observe(scene, { mayLeave: ['rejection', 'throw', 'work'] }), ['work']);

test('toLeaveNothing: a rejection that was handled too late', async () => {
  const late = unhandled(async ({ job }) => {
    const bread = job('bread', 10, { fails: true })();
    await job('soup', 30)();
    await bread.catch(() => {});
  });
  expect(await late).toMatchInlineSnapshot(`
    {
      "fact": "1 unhandled rejection; expected none:
      - bread failed: rejected at 10 ms, and unhandled until 30 ms",
      "possible": "Was 'soup' awaited until 30 ms? Attach a handler before the promise rejects. In a real program, Node ends the process on an unhandled rejection.",
    }
  `);
});

test('toLeaveNothing: a handler that is attached in a microtask is in time', async () => {
  const inTime = unhandled(async ({ job }) => {
    const bread = job('bread', 10, { fails: true })();
    await null;
    await bread.catch(() => {});
  });
  expect(await inTime).toBeUndefined();
});

test('toLeaveNothing: a rejection that was never handled', async () => {
  const other = unhandled(async ({ job }) => {
    void job('bread', 10, { fails: true })();
    await job('soup', 30)();
  });
  expect(await other).toMatchInlineSnapshot(`
    {
      "fact": "1 unhandled rejection; expected none:
      - bread failed: rejected at 10 ms, and never handled",
      "possible": "Attach a handler to every promise that may reject. then(), finally() and a call of an async function each return a new promise, which rejects too. In a real program, Node ends the process on an unhandled rejection.",
    }
  `);
  const beside = unhandled(({ job }) => {
    const bread = job('bread', 10, { fails: true })();
    void bread.finally(() => {});
    return bread;
  });
  expect((await beside)?.possible).toMatchInlineSnapshot(
    `"Your code rejects with the same error (bread failed): that promise is handled, but another one is not. Did then(), finally() or an async function return the other one? In a real program, Node ends the process on an unhandled rejection."`,
  );
  const afterTheEnd = unhandled(async ({ job }) => {
    void job('bread', 30, { fails: true })();
    await job('soup', 10)();
  });
  expect((await afterTheEnd)?.possible).toMatchInlineSnapshot(
    `"Your code had already ended, at 10 ms. A promise that rejects later needs a handler too, and so does each promise that then() or an async function returns. In a real program, Node ends the process on an unhandled rejection."`,
  );
});

test('toLeaveNothing: an error in a callback', async () => {
  const thrown = unhandled(async ({ sleep }) => {
    setTimeout(() => {
      throw new Error('no bread');
    }, 10);
    await sleep(20);
  });
  expect((await thrown)?.possible).toMatchInlineSnapshot(
    `"Catch errors inside the callback: the code that passed it on has already returned."`,
  );
});

test('toLeaveNothing: a listener on an emitter', async () => {
  const trace = await observe(
    ({ emitter }) => {
      const door = emitter('the door');
      door.on('open', () => {});
      door.once('open', () => {});
      door.on('close', () => {});
    },
    { mayLeave: ['listener'] },
  );
  expect(toLeaveNothing(trace)).toMatchInlineSnapshot(`
    {
      "fact": "2 things left behind at the end; expected none:
      - 2 listeners for 'open' on the door
      - a listener for 'close' on the door",
      "possible": "A listener stays on its emitter until your code removes it, with off() and the same function.",
    }
  `);
});
