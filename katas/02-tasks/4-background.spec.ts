import { expect, observe, test } from '#lab';
import { background } from './4-background.ts';

class LetterLost extends Error {
  override name = 'LetterLost';
}

/** The letter takes 20 ms, and nobody waits for it. */
const mayLeave: 'work'[] = ['work'];

const called = () =>
  observe(
    ({ job, log }) => {
      const letter = job('letter', 20);
      const write = () => {
        log('f is called');
        return letter();
      };
      background(write, (error) => log(`onError hears ${error}`));
      log('the caller goes on');
    },
    { mayLeave },
  );

/** A caller who awaits what there is to await. */
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
        log(`onError hears ${error}`),
      ),
    { mayLeave },
  );

/** The letter is lost at 20 ms, and what tells of it is no Promise: it has a then, and that is all. */
const failingThenable = () =>
  observe(
    ({ job, log }) => {
      const letter = job('letter', 20, { fails: new LetterLost() });
      const query: PromiseLike<string> = { then: (done, failed) => letter().then(done, failed) };
      const ask = () => query;
      background(ask, (error) => log(`onError hears ${error}`));
    },
    { mayLeave },
  );

/** f throws before there is any promise. */
const throwing = () =>
  observe(({ log }) => {
    const write = () => {
      throw new LetterLost();
    };
    background(write, (error) => log(`onError hears ${error}`));
  });

/** A letter that arrives, and two functions that give no promise at all. */
const fine = () =>
  observe(
    ({ job, log }) => {
      for (const f of [job('letter', 20), () => 42, () => undefined])
        background(f, (error) => log(`onError hears ${error}`));
      log('the caller goes on');
    },
    { mayLeave },
  );

test('calls f at once', async () => {
  expect(await called()).toLogInTheCall('f is called', 'the caller goes on');
});

test('does not hold its caller up, not even one who awaits it', async () => {
  expect(await waitedFor()).toLog([0, 'the caller goes on']);
});

test('tells onError once when the promise of f fails', async () => {
  expect(await rejecting()).toLog([20, 'onError hears LetterLost']);
});

test('tells onError once when anything else with a then fails', async () => {
  expect(await failingThenable()).toLog([20, 'onError hears LetterLost']);
});

test('tells onError once when f throws, and not the caller', async () => {
  const trace = await throwing();
  expect(trace).toGive(undefined);
  expect(trace).toLog([0, 'onError hears LetterLost']);
});

test('does not call onError when nothing fails', async () => {
  expect(await fine()).toLog([0, 'the caller goes on']);
});
