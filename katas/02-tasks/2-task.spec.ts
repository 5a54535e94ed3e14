import { eachReason, eachValue, expect, observe, test } from '#lab';
import { Task } from './2-task.ts';

const RECORDED =
  'Does your code record a rejection as well as a value? A then() with one function skips a rejection, and a then() after a catch() runs in both cases.';

const SET_FIRST =
  'A handler looks at the task. Does then() pass on both handlers, and is the outcome recorded before they run? Each then(), async function and allSettled() in between takes more microtasks.';

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

/** Two without a name, and the function has one. */
const named = () =>
  observe(async ({ job }) => {
    const a = job('a', 20);
    async function stewing() {
      return a();
    }
    const tasks = ['stew', '', ' beef stew '].map((name) => new Task(stewing, name));
    tasks.push(new Task(stewing), new Task(stewing, undefined));
    await Promise.all(tasks);
    return tasks.map(({ name }) => name);
  });

/** Unhandled rejections have their own test, the last one. */
const mayLeave: 'rejection'[] = ['rejection'];

/** Logs the status of 'a' (20 ms) at 0 and 19 ms, and at 20, when it has settled. */
const watched = (fails: boolean) =>
  observe(
    ({ job, at, log, sleep }) => {
      const task = new Task(job('a', 20, { fails }));
      log(task.status);
      for (const ms of [19, 20]) at(ms, () => log(task.status));
      return sleep(30);
    },
    { mayLeave },
  );

/** Calls result() for 'a' (20 ms) at 0 and 19 ms, and at 20, when it has settled. */
const asked = () =>
  observe(({ job, at, log, sleep }) => {
    const task = new Task(job('a', 20));
    const ask = () => {
      try {
        log(`result() returned ${task.result()}`);
      } catch (error) {
        log(error instanceof Error ? 'result() threw an Error' : 'result() threw no Error');
      }
    };
    ask();
    for (const ms of [19, 20]) at(ms, ask);
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

/** What result() does, twice: it returns or throws something. */
const askedTwice = (task: Task<unknown>) =>
  [1, 2].map(() => {
    try {
      const value = task.result();
      return ['returned', value instanceof Promise ? 'a promise' : value];
    } catch (error) {
      return ['threw', error];
    }
  });

/** What two awaits do, one after the other. */
const awaitedTwice = async (task: Task<unknown>) => {
  const ends: unknown[] = [];
  for (let i = 0; i < 2; i++) {
    try {
      ends.push(['fulfilled', await task]);
    } catch (error) {
      ends.push(['rejected', error]);
    }
  }
  return ends;
};

/** What a call of then() returns for 'a', which fulfils or fails at 20 ms. */
const chained = (fails: boolean, chain: (task: Task<string>) => unknown) =>
  observe(({ job }) => chain(new Task(job('a', 20, { fails }))), { mayLeave });

/** A handler for 'a' (20 ms) that returns the promise of 'b' (10 ms). */
const startsMore = () =>
  observe(({ job }) => {
    const [a, b] = [job('a', 20), job('b', 10)];
    return new Task(a).then(() => b());
  });

const torn = () => {
  throw new Error('torn');
};

/** A handler throws at 20 ms, and no code handles the promise for it. The task is awaited at 30 ms. */
const tornUnhandled = () =>
  observe(
    async ({ job, call, sleep }) => {
      const task = new Task(job('a', 20));
      task.then(() => call('the handler', torn));
      await sleep(30);
      return await task;
    },
    { mayLeave },
  );

/** 'a' takes 20 ms. Two handlers are attached before, one by the first of them, and one long after. */
const handlers = () =>
  observe(async ({ job, log, sleep }) => {
    const task = new Task(job('a', 20));
    task.then(() => {
      task.then(() => log('a handler that the first one attached'));
      log('the first handler');
    });
    task.then(() => log('the second handler'));
    await sleep(30);
    task.then(() => log('a late handler'));
    log('then() has returned');
    await sleep(1);
  });

/** Two tasks of the same function (20 ms), and one that fails at 10 ms. */
const several = () =>
  observe(
    async ({ job, at, log, sleep }) => {
      const a = job('a', 20);
      const tasks = [new Task(a), new Task(a), new Task(job('b', 10, { fails: true }))];
      const look = () => log(tasks.map(({ status }) => status).join(', '));
      for (const ms of [5, 15, 25]) at(ms, look);
      await sleep(30);
      return tasks.slice(0, 2).map((task) => task.result());
    },
    { mayLeave },
  );

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

/** A handler logs the status, and what result() does, when 'a' (20 ms) has settled. */
const told = (fails: boolean) =>
  observe(
    ({ job, log }) => {
      const task = new Task(job('a', 20, { fails }));
      const look = () => {
        const [[what, result] = []] = askedTwice(task);
        log(`status ${task.status}, and result() ${what} ${result}`);
      };
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
    ['stew', '', ' beef stew ', 'task', 'task'],
    "A name is kept as it is, even an empty one. A task without a name is called 'task', whatever its function is called.",
  );
});

test("has the status 'pending' until the work settles, and afterwards 'done' or 'failed'", async () => {
  expect(await watched(false)).toLog([0, 'pending'], [19, 'pending'], [20, 'done']);
  expect(await watched(true)).toLog([0, 'pending'], [19, 'pending'], [20, 'failed'], RECORDED);
});

test('result() throws an Error while the work is pending, and returns the value afterwards', async () => {
  expect(await asked()).toLog(
    [0, 'result() threw an Error'],
    [19, 'result() threw an Error'],
    [20, 'result() returned A'],
    'As long as the work is running, result() throws an Error. After that, it returns the value itself.',
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
  expect(await giving('stew', askedTwice)).toGive(
    [
      ['returned', 'stew'],
      ['returned', 'stew'],
    ],
    'Here result() is called twice. It returns the value each time.',
  );
});

test('result() throws the error of the work when the work has failed', async () => {
  expect(await failedAndAsked()).toFailWith('a failed', 30);
  await eachReason(['a'], async ({ a }) => {
    expect(await rejecting(a, (task) => task.result())).toRejectWith(a, 30);
  });
  const spoilt = new Error('spoilt');
  expect(await rejecting(spoilt, askedTwice)).toGive(
    [
      ['threw', spoilt],
      ['threw', spoilt],
    ],
    'Here result() is called twice. It throws the error each time, and returns no promise.',
  );
});

test('every await and every then() gets the value, early or late, without a timer', async () => {
  const trace = await awaited();
  expect(trace).toGive(
    ['A', 'A', 'A!'],
    'then() returns a new promise: it fulfils with what the handler returns.',
  );
  expect(trace).toTake(30);
  expect(trace).toSetTimers(0);
  await eachValue(['a'], async ({ a }) => {
    expect(await giving(a, async (task) => [await task])).toGive([a]);
  });
});

test('every await throws the error of the work, even a late one', async () => {
  expect(await failedAndAwaited()).toFailWith('a failed', 30);
  await eachReason(['a'], async ({ a }) => {
    expect(await rejecting(a, async (task) => await task)).toRejectWith(a, 30);
  });
  const spoilt = new Error('spoilt');
  expect(await rejecting(spoilt, awaitedTwice)).toGive(
    [
      ['rejected', spoilt],
      ['rejected', spoilt],
    ],
    'Here the task is awaited twice. Each await throws the error.',
  );
});

test('then() takes and returns what the one of a promise does', async () => {
  const forTheTask =
    'The second function of then() is for an error of the task, not for one that the first function throws.';
  expect(await chained(false, (task) => task.then(torn, () => 'rescued'))).toFailWith(
    'torn',
    20,
    forTheTask,
  );
  expect(await chained(true, (task) => task.then(undefined, () => 'rescued'))).toGive(
    'rescued',
    'The second function of then() may return a value: the new promise fulfils with it.',
  );
  expect(await chained(true, (task) => task.then(undefined, torn))).toFailWith(
    'torn',
    20,
    'The second function of then() may throw: the new promise rejects with that error.',
  );
  expect(await startsMore()).toGive(
    'B',
    'A handler may return a promise: the new promise settles as that one does.',
  );
  const without =
    'Each of the two functions may be missing: the value, or the error, is passed on.';
  expect(await chained(false, (task) => task.then())).toGive('A', without);
  expect(await chained(false, (task) => task.then(null, torn))).toGive('A', without);
  expect(await chained(true, (task) => task.then((value) => value))).toFailWith(
    'a failed',
    20,
    without,
  );
  expect(await chained(false, (task) => task.then(torn).catch(() => 'rescued'))).toGive(
    'rescued',
    'What then() returns is a promise, so it has a catch(), too.',
  );
  const trace = await tornUnhandled();
  expect(trace).toGive('A', 'A handler has thrown. That is no error of the task.');
  expect(trace).toCrashWith('torn');
});

test('calls handlers in the order in which they were attached, and not during then()', async () => {
  expect(await handlers()).toLog(
    [20, 'the first handler'],
    [20, 'the second handler'],
    [20, 'a handler that the first one attached'],
    [30, 'then() has returned'],
    [30, 'a late handler'],
    'A promise keeps the order of its handlers, and calls none of them before then() has returned.',
  );
});

test('has its final status and result before any handler runs', async () => {
  expect(await told(false)).toLog([20, 'status done, and result() returned A'], SET_FIRST);
  expect(await told(true)).toLog(
    [20, 'status failed, and result() threw Error: a failed'],
    SET_FIRST,
  );
});

test('causes no unhandled rejection when its error is read late', async () => {
  expect(await failedAndAwaited()).toLeaveNothing();
  expect(await failedAndAsked()).toLeaveNothing();
});

test('keeps tasks apart, also those of the same function', async () => {
  const trace = await several();
  expect(trace).toStart('a', 2, 'Here two tasks have the same function. Each of them calls it.');
  expect(trace).toLog(
    [5, 'pending, pending, pending'],
    [15, 'pending, pending, failed'],
    [25, 'done, done, failed'],
    'Does your code keep something outside of the instance? All tasks share that.',
  );
  expect(trace).toGive(['A', 'A']);
});
