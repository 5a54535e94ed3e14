import { eachReason, eachValue, expect, explore, observe, test } from '#lab';
import { asCompleted } from './1-as-completed.ts';

/** 'a' takes 35 ms, 'b' 12 ms and 'c' 22 ms: they arrive in the order b, c, a. */
const three = () =>
  observe(async ({ job, log }) => {
    const promises = [job('a', 35)(), job('b', 12)(), job('c', 22)()];
    for await (const value of asCompleted(promises)) log(value);
  });

/** 'a' and 'b' fulfil at 23 and 11 ms in an immediate, so after all timers of that ms. */
const afterTheTimers = () =>
  observe(async ({ job, log }) => {
    const promises = [job('a', 23)(), job('b', 11)()].map(async (promise) => {
      const value = await promise;
      await new Promise(setImmediate);
      return value;
    });
    for await (const value of asCompleted(promises)) log(value);
  });

/** 'a' fulfils at 13 ms. 'b' rejects at 19 ms, which ends the reading; 'c' rejects at 31 ms. */
const failing = (reasons: Record<'b' | 'c', unknown>) =>
  observe(
    async ({ job, log }) => {
      const promises = [
        job('a', 13)(),
        job('b', 19, { failsWith: reasons.b })(),
        job('c', 31, { failsWith: reasons.c })(),
      ];
      for await (const value of asCompleted(promises)) log(`${value}`);
    },
    { mayLeave: ['work'] },
  );

/** 'a' fulfils at 13 ms, 'b' rejects at 19 ms and 'c' at 31 ms. The reader is busy for so long, and stops. */
const breaking = (isBusyFor: number) =>
  observe(
    async ({ job, log, sleep }) => {
      const fails = true;
      const promises = [job('a', 13)(), job('b', 19, { fails })(), job('c', 31, { fails })()];
      for await (const value of asCompleted(promises)) {
        log(value);
        if (isBusyFor > 0) await sleep(isBusyFor);
        break;
      }
    },
    { mayLeave: ['work'] },
  );

/** From 11 to 54 ms the reader is busy with 'a'. 'c' and 'd' settle at 17 ms and 'b' at 31 ms. */
const busy = (fails = '') =>
  observe(async ({ job, log, sleep }) => {
    const times = { a: 11, b: 31, c: 17, d: 17 };
    const promises = Object.entries(times).map(([name, takes]) =>
      job(name, takes, { fails: fails === name })(),
    );
    for await (const value of asCompleted(promises)) {
      log(value);
      if (value === 'A') await sleep(43);
    }
  });

/** Reads everything; `change` is called after the first value. */
const readAll = async <T>(promises: Iterable<PromiseLike<T>>, change = () => {}) => {
  const values: T[] = [];
  for await (const value of asCompleted(promises)) {
    values.push(value);
    if (values.length === 1) change();
  }
  return values;
};

/** Two readers at the same time. Their values arrive in the order c, b, d, a. */
const twoReaders = () =>
  observe(({ job }) =>
    Promise.all([
      readAll([job('a', 31)(), job('c', 13)()]),
      readAll([job('b', 17)(), job('d', 23)()]),
    ]),
  );

test('yields each value as soon as its promise fulfils', async () => {
  expect(await three()).toArrive([12, 'B'], [22, 'C'], [35, 'A']);
  expect(await afterTheTimers()).toArrive([11, 'B'], [23, 'A']);
});

test('yields each value once, in whatever order the promises fulfil', async () => {
  await explore(['a', 'b', 'c', 'd'], async (takes, order) => {
    const trace = await observe(async ({ job, log }) => {
      const promises = (['a', 'b', 'c', 'd'] as const).map((name) => job(name, takes[name])());
      for await (const value of asCompleted(promises)) log(value);
    });
    expect(trace).toArrive(...order.map((name) => [takes[name], name.toUpperCase()] as const));
    expect(trace).toTake(40);
  });
  expect(await twoReaders()).toGive([
    ['C', 'A'],
    ['B', 'D'],
  ]);
});

test('yields a value as it is, also undefined, a list or an Error', async () => {
  await eachValue(['a', 'b'], async ({ a, b }) => {
    const trace = await observe(({ job }) =>
      readAll([job('a', 17, { gives: a })(), job('b', 11, { gives: b })()]),
    );
    expect(trace).toGive([b, a]);
  });
});

test('throws the same error as soon as a promise rejects', async () => {
  const errors = { b: new Error('b failed'), c: new Error('c failed') };
  expect(await failing(errors)).toFailWith('b failed', 19);
  await eachReason(['b', 'c'], async (reasons) => {
    const trace = await failing(reasons);
    expect(trace).toRejectWith(reasons.b, 19);
    expect(trace).toArrive([13, 'A']);
  });
});

test('has ended when it has thrown', async () => {
  const trace = await observe(
    async ({ job }) => {
      const error = new Error('b failed');
      const values = asCompleted([job('a', 17)(), job('b', 11, { fails: error })()]);
      await values.next().catch((reason) => {
        if (reason !== error) throw reason;
      });
      return values.next();
    },
    { mayLeave: ['work'] },
  );
  expect(trace).toGive(
    { done: true, value: undefined },
    'A generator that has thrown has ended: it yields nothing more.',
  );

  const waiting = await observe(
    ({ job }) => {
      const values = asCompleted([job('a', 17)(), job('b', 11, { fails: true })(), job('c', 17)()]);
      const first = values.next().catch(() => 'the error');
      return Promise.all([first, values.next(), values.next()]);
    },
    { mayLeave: ['work'] },
  );
  const end = { done: true, value: undefined };
  expect(waiting).toGive(
    ['the error', end, end],
    'Two more calls of `next()` were waiting when the generator threw. It has ended for them, too.',
  );
});

test('takes promises that have already settled in input order', async () => {
  const fulfilled = await observe(async ({ job, log }) => {
    const promises = [job('a', 11)(), Promise.resolve('b'), Promise.resolve('c')];
    for await (const value of asCompleted(promises)) log(value);
  });
  expect(fulfilled).toArrive([0, 'b'], [0, 'c'], [11, 'A']);

  const error = new Error('c failed');
  const rejected = await observe(async ({ log }) => {
    const [b, c, d] = [Promise.resolve('b'), Promise.reject(error), Promise.reject('d failed')];
    for await (const value of asCompleted([b, c, d])) log(value);
  });
  expect(rejected).toRejectWith(error, 0);
  expect(rejected).toLog([0, 'b']);

  const rejectedFirst = await observe(async ({ log }) => {
    const [b, c] = [Promise.reject(error), Promise.resolve('c')];
    for await (const value of asCompleted([b, c])) log(value);
  });
  expect(rejectedFirst).toRejectWith(error, 0);
  expect(rejectedFirst).toLog();
});

test('keeps values that arrive while the reader is busy, in the order of arrival', async () => {
  expect(await busy()).toArrive([11, 'A'], [54, 'C'], [54, 'D'], [54, 'B']);
});

test('keeps a rejection while the reader is busy, behind what arrived before it', async () => {
  const late = await busy('b');
  expect(late).toArrive([11, 'A'], [54, 'C'], [54, 'D']);
  expect(late).toFailWith('b failed', 54);

  const early = await busy('c');
  expect(early).toArrive([11, 'A']);
  expect(early).toFailWith('c failed', 54);
});

test('causes no unhandled rejection when the reader stops early', async () => {
  const trace = await breaking(0);
  expect(trace).toTake(13);
  expect(trace).toLeaveNothing(['work']);
  expect(await breaking(10)).toLeaveNothing(['work']);
});

test('yields the value of a promise twice when it is in the input twice', async () => {
  const trace = await observe(({ job }) => {
    const [a, b] = [job('a', 17)(), job('b', 11)()];
    return readAll([a, b, a]);
  });
  expect(trace).toGive(
    ['B', 'A', 'A'],
    'Yield the value of a promise twice when it is in the input twice. Does your code put the promises into a Set?',
  );
});

test('needs only the then of a promise', async () => {
  const trace = await observe(({ job }) => {
    const bare = [job('a', 17)(), job('b', 11)()].map((promise): PromiseLike<string> => {
      const then = promise.then.bind(promise) as PromiseLike<string>['then'];
      return { then };
    });
    return readAll(bare);
  });
  expect(trace).toGive(['B', 'A']);
});

test('iterates over the input only once, and before the first value', async () => {
  const iterator = await observe(({ job }) => {
    const promises = [job('a', 17)(), job('b', 11)()];
    return readAll(promises.values());
  });
  expect(iterator).toGive(
    ['B', 'A'],
    'Did your code read the input twice? An iterator is empty after the first time: copy it into an array.',
  );

  const changed = await observe(({ job }) => {
    const promises = [job('a', 17)(), job('b', 11)()];
    return readAll(promises, () => promises.splice(0, 2, Promise.resolve('C')));
  });
  expect(changed).toGive(
    ['B', 'A'],
    'The caller changes the list after the first value. Read it whole before that.',
  );
});

test('ends immediately when the input is empty', async () => {
  const trace = await observe(async ({ log }) => {
    for await (const value of asCompleted<string>([])) log(value);
  });
  expect(trace).toArrive();
  expect(trace).toTake(0);
});
