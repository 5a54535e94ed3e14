import { expect, type Lab, observe, test } from '#lab';
import { toFailWith } from './outcome.ts';

const TIMEOUT = { name: 'TimeoutError' };

const late = () => Object.assign(new Error('the time is up'), TIMEOUT);

/** 'page' is told to stop at 40 ms, and has stopped at 55. Fails with what `fails` makes of the reason. */
const tooSlow = (fails: (reason: Error, error: unknown) => unknown, waits = true) =>
  observe(
    async ({ job, controller, sleep }: Lab) => {
      const stop = controller();
      const reason = late();
      const page = job('page', 100, { stopsIn: 15 })(stop.signal);
      const stopped = page.catch((error) => Promise.reject(fails(reason, error)));
      stopped.catch(() => {});
      await sleep(40);
      stop.abort(reason);
      if (waits) await stopped;
      throw fails(reason, undefined);
    },
    { mayLeave: ['work'] },
  );

test('toFailWith a name: the very error that work was told to stop with, when it has ended', async () => {
  const kept = await tooSlow((reason) => reason);
  expect(toFailWith(kept, TIMEOUT, 55)).toBeUndefined();
  expect(toFailWith(kept, TIMEOUT, 40, 'The time was up at 40 ms.')).toMatchInlineSnapshot(`
    {
      "fact": "It rejected with an error named 'TimeoutError' at 55 ms; expected at 40 ms.",
      "possible": "The time was up at 40 ms.",
    }
  `);
  expect(toFailWith(await tooSlow((reason) => reason, false), TIMEOUT, 55)).toMatchInlineSnapshot(`
    {
      "fact": "It rejected with an error named 'TimeoutError' at 40 ms; expected at 55 ms.",
      "possible": "When it settled, 'page' (until 55 ms) was still running. Work that was told to stop needs time to end: wait until its promise has settled.",
    }
  `);
  expect(toFailWith(await tooSlow(late), TIMEOUT, 55)).toMatchInlineSnapshot(`
    {
      "fact": "It rejected with an error named 'TimeoutError', but not with the one that 'page' was told to stop with; expected the same object.",
      "possible": "Make that error once: it is the reason of the signal, and the one to reject with.",
    }
  `);
});

test('toFailWith a name: an error that came of stopping', async () => {
  const closing = await tooSlow(() => new Error('the page cannot be closed'));
  expect(toFailWith(closing, TIMEOUT, 55)).toMatchInlineSnapshot(`
    {
      "fact": "It rejected with Error('the page cannot be closed') at 55 ms; expected a rejection with an error named 'TimeoutError'.",
      "possible": "'page' had been told to stop at 40 ms, with an error named 'TimeoutError'. An error that comes after that is a consequence: reject with the reason of the signal, which is the cause.",
    }
  `);
});

test('toFailWith a name: another error, a value, a throw in the call', async () => {
  const other = await observe(({ job }) => job('page', 10, { fails: true })());
  expect(toFailWith(other, TIMEOUT, 55, 'It was too slow.')).toMatchInlineSnapshot(`
    {
      "fact": "It rejected with Error('page failed') at 10 ms; expected a rejection with an error named 'TimeoutError'.",
      "possible": "It was too slow.",
    }
  `);
  const value = await observe(({ job }) => job('page', 10)());
  expect(toFailWith(value, TIMEOUT, 55, 'It was too slow.')).toMatchInlineSnapshot(`
    {
      "fact": "It fulfilled with 'PAGE' at 10 ms; expected a rejection with an error named 'TimeoutError'.",
      "possible": "It was too slow.",
    }
  `);
  const thrown = await observe(() => {
    throw late();
  });
  expect(toFailWith(thrown, TIMEOUT)).toMatchInlineSnapshot(`
    {
      "fact": "It threw synchronously at 0 ms: TimeoutError: the time is up
    Expected the call to return a promise, and a rejection with an error named 'TimeoutError'.",
      "picture": false,
      "possible": undefined,
    }
  `);
  const own = await observe(() => Promise.reject(late()));
  expect(toFailWith(own, TIMEOUT, 0)).toBeUndefined();
});

test('toFailWith a name: never settled', async () => {
  expect(
    toFailWith(await observe(() => new Promise(() => {})), TIMEOUT)?.fact,
  ).toMatchInlineSnapshot(`
    "Deadlock at 0 ms: the promise is still pending. No timer is set and no work is running, so nothing can settle it any more.
    Expected a rejection with an error named 'TimeoutError'."
  `);
});
