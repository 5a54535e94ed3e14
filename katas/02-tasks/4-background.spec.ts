import { expect, observe, test } from '#lab';
import { background } from './4-background.ts';

class LetterLost extends Error {
  override name = 'LetterLost';
}

const SAME_ERROR_ONCE = 'Is onError called once for one failure, and with the original error?';

const ANY_THENABLE =
  'Here f returns a thenable: it has a then(), but no catch(), and it is no instance of Promise. Does your code handle its rejection?';

const NO_FAILURE = 'Nothing fails in this scene. Is onError called only when there is an error?';

/** The letter takes 20 ms, and no code waits for it. */
const mayLeave: 'work'[] = ['work'];

const called = () =>
  observe(
    ({ job, log }) => {
      const letter = job('letter', 20);
      const write = () => {
        log('f is called');
        return letter();
      };
      background(write, (error) => log(`onError got ${error}`));
      log('the caller goes on');
    },
    { mayLeave },
  );

/** A caller that awaits the result of background(). */
const waitedFor = () =>
  observe(
    async ({ job, log }) => {
      await background(job('letter', 20), () => {});
      log('the caller goes on');
    },
    { mayLeave },
  );

/** The letter is lost at 20 ms. */
const rejecting = () =>
  observe(
    ({ job, log }) =>
      background(job('letter', 20, { fails: new LetterLost() }), (error) =>
        log(`onError got ${error}`),
      ),
    { mayLeave },
  );

/** The letter is lost at 20 ms, and f returns a thenable that is no Promise: it has only a then(). */
const failingThenable = () =>
  observe(
    ({ job, log }) => {
      const letter = job('letter', 20, { fails: new LetterLost() });
      // Nor does it return a promise, as the then() of a promise does.
      const then = ((done, failed) => {
        letter().then(done, failed);
      }) as PromiseLike<string>['then'];
      const ask = () => ({ then });
      background(ask, (error) => log(`onError got ${error}`));
    },
    { mayLeave },
  );

/** f throws before it returns a promise. onError may be called later, in a callback of its own. */
const throwing = () =>
  observe(({ log, sleep }) => {
    const write = () => {
      throw new LetterLost();
    };
    background(write, (error) => log(`onError got ${error}`));
    return sleep(1);
  });

/** A letter that arrives, and two functions that return no promise. */
const fine = () =>
  observe(
    ({ job, log }) => {
      for (const f of [job('letter', 20), () => 42, () => undefined])
        background(f, (error) => log(`onError got ${error}`));
      log('the caller goes on');
    },
    { mayLeave },
  );

test('calls f synchronously', async () => {
  expect(await called()).toLogInTheCall('f is called', 'the caller goes on');
});

test('does not make its caller wait, even when the caller awaits the result', async () => {
  expect(await waitedFor()).toLog([0, 'the caller goes on']);
});

test('calls onError once when the promise of f rejects', async () => {
  expect(await rejecting()).toLog([20, 'onError got LetterLost'], SAME_ERROR_ONCE);
});

test('calls onError once when another thenable rejects', async () => {
  expect(await failingThenable()).toLog([20, 'onError got LetterLost'], ANY_THENABLE);
});

test('calls onError once when f throws, and throws nothing itself', async () => {
  const trace = await throwing();
  expect(trace).toGive(
    undefined,
    'f threw before it returned a promise. That error is for onError, too.',
  );
  expect(trace).toLog([0, 'onError got LetterLost'], SAME_ERROR_ONCE);
});

test('does not call onError when nothing fails', async () => {
  expect(await fine()).toLog([0, 'the caller goes on'], NO_FAILURE);
});
