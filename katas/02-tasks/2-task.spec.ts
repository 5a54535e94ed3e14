import { expect, observe, test } from '#lab';
import { Task } from './2-task.ts';

/** Somebody awaits a (20 ms) twice from the start, and once more at 30 ms, long after its end. */
const awaited = () =>
  observe(async ({ job, sleep }) => {
    const task = new Task(job('a', 20));
    const early = await Promise.all([task, task]);
    await sleep(10);
    return [...early, await task.then((value) => `${value}!`)];
  });

/** Nothing but the call: a is at work when it is over. */
const made = () =>
  observe(
    ({ job, log }) => {
      const a = job('a', 20);
      new Task(() => {
        log('f is called');
        return a();
      });
    },
    { mayLeave: ['work'] },
  );

const named = () =>
  observe(async ({ job }) => {
    const stew = new Task(job('a', 20), 'stew');
    const other = new Task(job('b', 20));
    await Promise.all([stew, other]);
    return [stew.name, other.name];
  });

/** Nobody listens to what may fail; whether that is heard is asked last of all. */
const mayLeave: 'rejection'[] = ['rejection'];

/** Looks at the status of a (20 ms) at 0, 19 and 21 ms. */
const watched = (fails: boolean) =>
  observe(
    ({ job, at, log, sleep }) => {
      const task = new Task(job('a', 20, { fails }));
      log(task.status);
      for (const ms of [19, 21]) at(ms, () => log(task.status));
      return sleep(30);
    },
    { mayLeave },
  );

/** Asks for the result of a (20 ms) at 0, 19 and 21 ms. */
const asked = () =>
  observe(({ job, at, log, sleep }) => {
    const task = new Task(job('a', 20));
    const ask = () => {
      try {
        log(`result() gives ${task.result()}`);
      } catch {
        log('result() throws');
      }
    };
    ask();
    for (const ms of [19, 21]) at(ms, ask);
    return sleep(30);
  });

/** a (20 ms) gives undefined; its result is asked for at 30 ms. */
const givesUndefined = () =>
  observe(async ({ job, sleep }) => {
    const task = new Task(job<undefined>('a', 20, { gives: undefined }));
    await sleep(30);
    return task.result();
  });

/** a fails at 20 ms; its result is asked for at 30 ms, and nobody awaits it. */
const failedAndAsked = () =>
  observe(
    async ({ job, sleep }) => {
      const task = new Task(job('a', 20, { fails: true }));
      await sleep(30);
      return task.result();
    },
    { mayLeave },
  );

/** a fails at 20 ms, and is awaited for the first time at 30 ms. */
const failedAndAwaited = () =>
  observe(
    async ({ job, sleep }) => {
      const task = new Task(job('a', 20, { fails: true }));
      await sleep(30);
      return await task;
    },
    { mayLeave },
  );

/** Somebody who is told of the end of a (20 ms) looks at its status. */
const told = (fails: boolean) =>
  observe(
    ({ job, log }) => {
      const task = new Task(job('a', 20, { fails }));
      const look = () => log(`told, and the status is ${task.status}`);
      return task.then(look, look);
    },
    { mayLeave },
  );

test('starts the work once, when it is made', async () => {
  expect(await awaited()).toStart('a', 1);
  expect(await made()).toLogInTheCall('f is called');
});

test('has the name it was given, or is called task', async () => {
  expect(await named()).toGive(['stew', 'task']);
});

test('is pending until the work has ended, then done or failed', async () => {
  expect(await watched(false)).toLog([0, 'pending'], [19, 'pending'], [21, 'done']);
  expect(await watched(true)).toLog([0, 'pending'], [19, 'pending'], [21, 'failed']);
});

test('throws when it is asked for its result too early', async () => {
  expect(await asked()).toLog(
    [0, 'result() throws'],
    [19, 'result() throws'],
    [21, 'result() gives A'],
  );
});

test('may have any value for a result', async () => {
  expect(await givesUndefined()).toGive(undefined);
});

test('throws the failure itself when it is asked for the result of failed work', async () => {
  expect(await failedAndAsked()).toFailWith('a failed', 30);
});

test('gives its value to everybody who awaits it, early or late', async () => {
  expect(await awaited()).toGive(['A', 'A', 'A!']);
});

test('passes its failure on to whoever awaits it', async () => {
  expect(await failedAndAwaited()).toFailWith('a failed', 30);
});

test('has the right status before anybody is told of the end', async () => {
  expect(await told(false)).toLog([20, 'told, and the status is done']);
  expect(await told(true)).toLog([20, 'told, and the status is failed']);
});

test('is never unhandled when its failure is looked at late', async () => {
  expect(await failedAndAwaited()).toLeaveNothing();
  expect(await failedAndAsked()).toLeaveNothing();
});
