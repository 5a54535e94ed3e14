import { eachReason, eachValue, expect, observe, test } from '#lab';
import { Task } from './2-task.ts';

const RECORDED =
  'Does your code record a rejection as well as a value? A then() with one function skips a rejection, and a then() after a catch() runs in both cases.';

const SET_FIRST =
  'Does then() pass on both handlers, and is the status set before they run? Each then(), async function and allSettled() in between takes more microtasks.';

/** 'a' (20 ms) is awaited twice from the start, and once more at 30 ms, long after its end. */
const awaited = () =>
  observe(async ({ job, sleep }) => {
    const task = new Task(job('a', 20));
    const early = await Promise.all([task, task]);
    await sleep(10);
    return [...early, await task.then((value) => `${value}!`)];
  });

/** Only the call of the constructor: 'a' is still running when the scene ends. */
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
    const empty = new Task(job('c', 20), '');
    await Promise.all([stew, other, empty]);
    return [stew.name, other.name, empty.name];
  });

/** Unhandled rejections have their own test, the last one. */
const mayLeave: 'rejection'[] = ['rejection'];

/** Logs the status of 'a' (20 ms) at 0, 19 and 21 ms. */
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

/** Calls result() for 'a' (20 ms) at 0, 19 and 21 ms. */
const asked = () =>
  observe(({ job, at, log, sleep }) => {
    const task = new Task(job('a', 20));
    const ask = () => {
      try {
        log(`result() returned ${task.result()}`);
      } catch {
        log('result() threw');
      }
    };
    ask();
    for (const ms of [19, 21]) at(ms, ask);
    return sleep(30);
  });

/** 'a' (20 ms) fulfils with undefined; result() is called at 30 ms. */
const givesUndefined = () => giving(undefined, (task) => task.result());

/** 'a' fulfils with this value at 20 ms; what `read` returns at 30 ms. */
const giving = (value: unknown, read: (task: Task<unknown>) => unknown) =>
  observe(async ({ job, sleep }) => {
    const task = new Task(job('a', 20, { gives: value }));
    await sleep(30);
    return read(task);
  });

/** 'a' rejects with this reason at 20 ms; what `read` returns or throws at 30 ms. */
const rejecting = (reason: unknown, read: (task: Task<unknown>) => unknown) =>
  observe(
    async ({ job, sleep }) => {
      const task = new Task(job('a', 20, { failsWith: reason }));
      await sleep(30);
      return read(task);
    },
    { mayLeave },
  );

/** A handler for the value throws, and there is one for errors beside it. */
const tornHandler = () => {
  const torn = () => {
    throw new Error('torn');
  };
  return observe(({ job }) => new Task(job('a', 20)).then(torn, () => 'rescued'));
};

/** 'a' fails at 20 ms; result() is called at 30 ms, and the task is never awaited. */
const failedAndAsked = () =>
  observe(
    async ({ job, sleep }) => {
      const task = new Task(job('a', 20, { fails: true }));
      await sleep(30);
      return task.result();
    },
    { mayLeave },
  );

/** 'a' fails at 20 ms, and the task is awaited for the first time at 30 ms. */
const failedAndAwaited = () =>
  observe(
    async ({ job, sleep }) => {
      const task = new Task(job('a', 20, { fails: true }));
      await sleep(30);
      return await task;
    },
    { mayLeave },
  );

/** A handler logs the status when 'a' (20 ms) has settled. */
const told = (fails: boolean) =>
  observe(
    ({ job, log }) => {
      const task = new Task(job('a', 20, { fails }));
      const look = () => log(`a handler found the status ${task.status}`);
      return task.then(look, look);
    },
    { mayLeave },
  );

test('calls f once, synchronously in the constructor', async () => {
  expect(await awaited()).toStart('a', 1);
  expect(await made()).toLogInTheCall('f is called');
});

test("has the given name, or 'task'", async () => {
  expect(await named()).toGive(
    ['stew', 'task', ''],
    "A task without a name is called 'task', whatever its function is called.",
  );
});

test("has the status 'pending' until the work settles, and afterwards 'done' or 'failed'", async () => {
  expect(await watched(false)).toLog([0, 'pending'], [19, 'pending'], [21, 'done']);
  expect(await watched(true)).toLog([0, 'pending'], [19, 'pending'], [21, 'failed'], RECORDED);
});

test('result() throws while the work is pending, and returns the value afterwards', async () => {
  expect(await asked()).toLog(
    [0, 'result() threw'],
    [19, 'result() threw'],
    [21, 'result() returned A'],
    'Does result() know whether the work is still running? As long as it is, result() throws.',
  );
});

test('result() returns any value, even undefined', async () => {
  expect(await givesUndefined()).toGive(
    undefined,
    'undefined is a value, too: it does not mean that the task is pending.',
  );
  await eachValue(['a'], async ({ a }) => {
    expect(await giving(a, (task) => [task.result()])).toGive([a]);
  });
});

test('result() throws the error of the work when the work has failed', async () => {
  expect(await failedAndAsked()).toFailWith('a failed', 30);
  await eachReason(['a'], async ({ a }) => {
    expect(await rejecting(a, (task) => task.result())).toRejectWith(a, 30);
  });
});

test('every await and every then() gets the value, early or late', async () => {
  expect(await awaited()).toGive(
    ['A', 'A', 'A!'],
    'then() returns a new promise: it fulfils with what the handler returns.',
  );
  expect(await tornHandler()).toFailWith(
    'torn',
    20,
    'The second function of then() is for an error of the task, not for one that the first function throws.',
  );
  await eachValue(['a'], async ({ a }) => {
    expect(await giving(a, async (task) => [await task])).toGive([a]);
  });
});

test('every await throws the error of the work, even a late one', async () => {
  expect(await failedAndAwaited()).toFailWith('a failed', 30);
  await eachReason(['a'], async ({ a }) => {
    expect(await rejecting(a, async (task) => await task)).toRejectWith(a, 30);
  });
});

test('sets the status before any handler runs', async () => {
  expect(await told(false)).toLog([20, 'a handler found the status done'], SET_FIRST);
  expect(await told(true)).toLog([20, 'a handler found the status failed'], SET_FIRST);
});

test('causes no unhandled rejection when its error is read late', async () => {
  expect(await failedAndAwaited()).toLeaveNothing();
  expect(await failedAndAsked()).toLeaveNothing();
});
