import { expect, observe, test } from '#lab';
import { comesToAnEnd, endsWell } from './ending.ts';

const pending = () => new Promise<never>(() => {});

test('comesToAnEnd: a promise that never settles', async () => {
  const trace = await observe(({ job, call }) => {
    job('a', 20)();
    return call('gather', pending);
  });
  expect(comesToAnEnd(trace)).toMatchInlineSnapshot(`
    {
      "fact": "Deadlock at 20 ms: 'gather' (called at 0 ms) is still pending. No timer is set and no work is running, so nothing can settle it any more.",
      "possible": "All work had ended at 20 ms. Does your code settle the promise on every path? Think of the last result, of a result that is undefined, and of several callers.",
    }
  `);
});

test('comesToAnEnd: many promises that never settle', async () => {
  const trace = await observe(({ call }) =>
    Promise.all([...'abcdefgh'].map((name) => call(name, pending))),
  );
  expect(comesToAnEnd(trace)?.fact).toMatchInlineSnapshot(
    `"Deadlock at 0 ms: 'a' (called at 0 ms), 'b' (called at 0 ms), 'c' (called at 0 ms), 'd' (called at 0 ms), 'e' (called at 0 ms) and 3 more are still pending. No timer is set and no work is running, so nothing can settle it any more."`,
  );
});

/** What is asked about a promise that never settles. */
const asked = async (...scene: Parameters<typeof observe>) =>
  comesToAnEnd(await observe(scene[0], { mayLeave: ['rejection', 'throw'] }))?.possible;

test('a deadlock is told of an unhandled rejection, and not of work that was only offered', async () => {
  const inOrder = asked(({ job }) => {
    const steps = [job('b', 10, { fails: true }), job('c', 20)];
    // biome-ignore lint/suspicious/noAsyncPromiseExecutor: the mistake that it is about
    return new Promise(async (resolve) => {
      for (const step of steps) await step();
      resolve(undefined);
    });
  });
  expect(await inOrder).toMatchInlineSnapshot(
    `"At 10 ms there was an unhandled rejection (b failed). Does the code that settles the promise come only after that? Pass the error on: call reject, or await it in a function that your caller awaits."`,
  );
});

test('a deadlock is told of an error in a callback', async () => {
  const timer = asked(() => {
    setTimeout(() => {
      throw new Error('no bread');
    }, 10);
    return pending();
  });
  expect(await timer).toMatchInlineSnapshot(
    `"At 10 ms a callback threw, and no code could catch that (no bread). Does the code that settles the promise come only after that? Catch the error inside the callback, and call reject."`,
  );
});

test("a deadlock is told of an 'error' without a listener", async () => {
  const event = asked(({ at, emitter }) => {
    const door = emitter('the door');
    at(10, () => door.emit('error', new Error('it jams')));
    return pending();
  });
  expect(await event).toMatchInlineSnapshot(
    `"At 10 ms an emitter emitted 'error' (it jams) without a listener for 'error'. So \`emit\` threw that error, and no code caught it. Listen for 'error' as long as your code depends on the emitter, and call reject."`,
  );
});

test('a deadlock is asked about a failure, and about work that never began', async () => {
  const failed = asked(({ job }) => job('a', 10, { fails: true })().catch(pending));
  expect(await failed).toMatchInlineSnapshot(
    `"'a' failed at 10 ms. Does your code settle the promise after that, too?"`,
  );
  const idle = asked(({ job }) => {
    job('a', 10);
    return pending();
  });
  expect(await idle).toMatchInlineSnapshot(
    `"'a' was never started. Does your code come to that call?"`,
  );
});

test('a deadlock without work is asked about timers, about events, and about nothing to wait for', async () => {
  const cleared = asked(() => {
    clearTimeout(setTimeout(() => {}, 10));
    return pending();
  });
  expect(await cleared).toMatchInlineSnapshot(
    `"The timer that was set at 0 ms, due at 10 ms, was cleared at 0 ms. A timer that was cleared never calls its callback. Does your code still wait for it?"`,
  );
  const fired = asked(() => {
    setTimeout(() => {}, 10);
    return pending();
  });
  expect(await fired).toMatchInlineSnapshot(
    `"Your code set 1 timer, and it has fired. Does the callback settle the promise?"`,
  );
  expect(await asked(pending)).toMatchInlineSnapshot(
    `"No work was started in this run. Does your code settle the promise when there is nothing to wait for?"`,
  );
  const events = asked(({ at }) => {
    at(10, () => {}, 'hot');
    at(20, () => {}, 'broken');
    return pending();
  });
  expect(await events).toMatchInlineSnapshot(
    `"Events in this run: 'hot' at 10 ms and 'broken' at 20 ms. Should one of them settle the promise?"`,
  );
});

test('a deadlock is told of a timer that was cleared before it is asked about work that was only offered', async () => {
  const cleared = asked(({ job }) => {
    job('a', 10);
    clearTimeout(setTimeout(() => {}, 10));
    return pending();
  });
  expect(await cleared).toContain('A timer that was cleared never calls its callback.');
});

test('comesToAnEnd: an error of its own', async () => {
  const trace = await observe(async ({ sleep }) => {
    await sleep(10);
    throw 'no bread';
  });
  expect(comesToAnEnd(trace)).toMatchInlineSnapshot(`
    {
      "fact": "It rejected at 10 ms with: 'no bread'",
      "picture": true,
      "possible": "That is not an Error, so it has no stack, and its line is not known.",
    }
  `);
});

test('comesToAnEnd: a method that a plain value has not', async () => {
  const trace = await observe(() => ('soup' as unknown as Promise<string>).then(String));
  expect(comesToAnEnd(trace)?.fact).toMatchInlineSnapshot(
    `"It threw synchronously at 0 ms: TypeError: "soup".then is not a function"`,
  );
  expect(comesToAnEnd(trace)?.possible).toContain('await and Promise.resolve() accept them all');
});

test('comesToAnEnd: work that was told to stop, and says so', async () => {
  const trace = await observe(({ job, at }) => {
    const controller = new AbortController();
    at(30, () => controller.abort());
    return job('a', 90, { stopsIn: 10 })(controller.signal);
  });
  expect(comesToAnEnd(trace)).toMatchInlineSnapshot(`
    {
      "fact": "It rejected at 40 ms with: AbortError: This operation was aborted",
      "picture": true,
      "possible": "'a' was told to stop at 30 ms, and stopped at 40 ms. It reports that with an AbortError. A stop that was asked for is no failure: do not reject with it.",
    }
  `);
});

test('a failure of its work is an end, and not a good one', async () => {
  const trace = await observe(({ job }) => job('a', 20, { fails: true })());
  expect(comesToAnEnd(trace)).toBeUndefined();
  expect(endsWell(trace)).toMatchInlineSnapshot(`
    {
      "fact": "It rejected at 20 ms with: a failed",
      "picture": true,
      "possible": undefined,
    }
  `);
});

test('a call that rejects with undefined is no work that failed', async () => {
  const trace = await observe(({ call }) => call('run', () => Promise.reject(undefined)));
  expect(comesToAnEnd(trace)?.fact).toMatchInlineSnapshot(`"It rejected at 0 ms with: undefined"`);
});

test('an Error that was made of another reason is told apart from it, though its message is the same', async () => {
  const trace = await observe(({ job }) =>
    job('a', 20, { failsWith: undefined })().catch((error) => {
      throw new Error(String(error));
    }),
  );
  expect(comesToAnEnd(trace)).toMatchInlineSnapshot(`
    {
      "fact": "It rejected at 20 ms with: undefined",
      "picture": true,
      "possible": "'a' failed at 20 ms with undefined, and this is Error('undefined'). Pass on what you got, whatever it is.",
    }
  `);
});

test('a deadlock names the events that are still awaited', async () => {
  const trace = await observe(
    ({ emitter }) => new Promise((resolve) => emitter('the sink').once('drain', resolve)),
    { mayLeave: ['listener'] },
  );
  expect(comesToAnEnd(trace)?.possible).toMatchInlineSnapshot(
    `"Listeners still wait for 'drain' of the sink. What happens to your code if that never comes?"`,
  );
});

test('a rejection is told of the call, where there are several', async () => {
  const trace = await observe(({ at, call }) => {
    const later = (ms: number) => () => new Promise((_, reject) => at(ms, () => reject(undefined)));
    return Promise.all([call('send b', pending), call('send a', later(7))]);
  });
  expect(endsWell(trace)?.fact).toBe(
    "It rejected at 7 ms with: undefined\nThat is 'send a', which was called at 0 ms.",
  );
});

test('undefined in the place of a promise', async () => {
  const get = () => undefined as unknown as Promise<string>;
  const trace = await observe(({ log }) => get().then(log));
  expect(endsWell(trace)?.possible).toMatch(/^That was undefined; expected a promise\./);
});
