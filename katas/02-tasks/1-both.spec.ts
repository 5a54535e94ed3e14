import { again, eachReason, eachValue, expect, observe, type Trace, test } from '#lab';
import { both } from './1-both.ts';

/** 'a' takes 30 ms and 'b' 20 ms; one after another they would take 50. */
const slowerFirst = () =>
  observe(({ job }) => both(job('a', 30), job('b', 20)), { plan: { a: [0, 30], b: [0, 20] } });

/** The same with the slower one last. */
const slowerLast = () =>
  observe(({ job }) => both(job('a', 20), job('b', 30)), { plan: { a: [0, 20], b: [0, 30] } });

/** Other code is waiting for its turn when both are called. */
const besideOthers = () =>
  observe(({ job, log }) => {
    const noted = (f: () => Promise<string>) => () => {
      log('one of them is called');
      return f();
    };
    setImmediate(() => log('other code runs'));
    return both(noted(job('a', 30)), noted(job('b', 20)));
  });

/** One function of 13 ms in both places: it fulfils with 1, then with 2. */
const sameFunction = () =>
  observe(
    ({ job }) => {
      const a = job('a', 13);
      let count = 0;
      const f = async () => {
        const own = ++count;
        await a();
        return own;
      };
      return both(f, f);
    },
    {
      plan: {
        a: [
          [0, 13],
          [0, 13],
        ],
      },
    },
  );

/** 'a' takes 17 ms and 'b' 31, and each fulfils with the value that it is given. */
const withValues = (values: Record<'a' | 'b', unknown>) =>
  observe(({ job }) => both(job('a', 17, { gives: values.a }), job('b', 31, { gives: values.b })));

/** While a first call is in flight: a second one with the same functions, and one with others. */
const several = () =>
  observe(
    async ({ job, sleep }) => {
      const [a, b] = [job('a', 13), job('b', 31)];
      const first = both(a, b);
      await sleep(5);
      const second = both(a, b);
      const third = both(job('c', 17), job('d', 41));
      return [await first, await second, await third];
    },
    {
      plan: {
        a: [
          [0, 13],
          [5, 18],
        ],
        b: [
          [0, 31],
          [5, 36],
        ],
        sleep: [0, 5],
        c: [5, 22],
        d: [5, 46],
      },
    },
  );

/** The other work may still run after a failure. Unhandled rejections have their own tests. */
const mayLeave: ('work' | 'rejection')[] = ['work', 'rejection'];

/** One rejects at 17 ms, with any reason; the other ends at 31. */
const aRejectsWith = (reason: unknown) =>
  observe(({ job }) => both(job('a', 17, { failsWith: reason }), job('b', 31)), { mayLeave });
const bRejectsWith = (reason: unknown) =>
  observe(({ job }) => both(job('a', 31), job('b', 17, { failsWith: reason })), { mayLeave });

/** 'a' fails at 10 ms, 'b' ends at 30. */
const aFails = () =>
  observe(({ job }) => both(job('a', 10, { fails: true }), job('b', 30)), { mayLeave });

/** The other way round: 'a' ends at 30 ms, 'b' has failed long before, at 10. */
const bFails = () =>
  observe(({ job }) => both(job('a', 30), job('b', 10, { fails: true })), { mayLeave });

/** The other one has fulfilled before, at 20 ms. */
const aFailsLast = () =>
  observe(({ job }) => both(job('a', 33, { fails: true }), job('b', 20)), { mayLeave });
const bFailsLast = () =>
  observe(({ job }) => both(job('a', 20), job('b', 33, { fails: true })), { mayLeave });

/** Both fail, at these times. */
const bothFail = (a: number, b: number) =>
  observe(({ job }) => both(job('a', a, { fails: true }), job('b', b, { fails: true })), {
    mayLeave,
  });

/** One has rejected when the call of it returns; the other takes 30 ms. */
const aFailsInItsCall = () => {
  const error = new Error('a failed');
  return observe(({ job }) => both(() => Promise.reject(error), job('b', 30)).catch(only(error)), {
    mayLeave,
  });
};
const bFailsInItsCall = () => {
  const error = new Error('b failed');
  return observe(({ job }) => both(job('a', 30), () => Promise.reject(error)).catch(only(error)), {
    mayLeave,
  });
};

/** Catches the one error that is expected. */
const only = (expected: Error) => (error: unknown) => {
  if (error !== expected) throw error;
};

/** One of several answers is right: the one that the run has, or else the first. */
const oneOf = <T>(answers: readonly [T, ...T[]], has: (answer: T) => boolean): T =>
  answers.find(has) ?? answers[0];

/** At the failure or at the end of both. */
const either = ({ outcome }: Trace, ...times: [number, number]) =>
  oneOf(times, (ms) => outcome.at === ms);

/** The message of the error of 'a', or of 'b'. */
const itsMessage = ({ outcome }: Trace) =>
  oneOf(
    ['a failed', 'b failed'],
    (message) => outcome.kind === 'failed' && (outcome.error as Error | null)?.message === message,
  );

test('starts both immediately, each of them once', async () => {
  expect(await slowerFirst()).toRunAsPlanned();
  expect(await slowerLast()).toRunAsPlanned();
  expect(await besideOthers()).toLogInOrder(
    ['one of them is called', 'one of them is called', 'other code runs'],
    'Are both called before your code waits for anything? Code that waits lets other code run.',
  );
  const anyway =
    'Here the other one has rejected already when its call returns: call both all the same.';
  expect(await aFailsInItsCall()).toStart('b', 1, anyway);
  expect(await bFailsInItsCall()).toStart('a', 1, anyway);
  expect(await sameFunction()).toStart(
    'a',
    2,
    'Here both get the same function. Each of the two calls starts work of its own.',
  );
  expect(await sameFunction()).toRunAsPlanned();
});

test('takes as long as the slower of the two, without a timer', async () => {
  expect(await slowerFirst()).toTake(30);
  expect(await slowerLast()).toTake(30);
  expect(await slowerFirst()).toSetTimers(0);
});

test("fulfils with both results, the result of 'a' first", async () => {
  expect(await slowerFirst()).toGive(['A', 'B']);
  await again(slowerLast, (trace) => expect(trace).toGive(['A', 'B']));
  await eachValue(['a', 'b'], async (values) => {
    expect(await withValues(values)).toGive([values.a, values.b]);
  });
  expect(await withValues({ a: 'the same', b: 'the same' })).toGive(['the same', 'the same']);
});

test('keeps two calls apart that are in flight at the same time', async () => {
  const trace = await several();
  expect(trace).toRunAsPlanned();
  const results = [
    ['A', 'B'],
    ['A', 'B'],
    ['C', 'D'],
  ];
  expect(trace).toGive(
    results,
    'Does your code keep something outside of the function? All calls share that.',
  );
});

test('rejects with the error of the one that fails', async () => {
  const [a, b] = [await aFails(), await bFails()];
  expect(a).toStart('a', 1);
  expect(a).toFailWith('a failed', either(a, 10, 30));
  expect(b).toFailWith('b failed', either(b, 10, 30));
  const last = { 'a failed': await aFailsLast(), 'b failed': await bFailsLast() };
  for (const [message, trace] of Object.entries(last)) {
    expect(trace).toFailWith(message, 33);
    expect(trace).toSetTimers(0);
  }
  for (const trace of [await bothFail(10, 30), await bothFail(30, 10)])
    expect(trace).toFailWith(itsMessage(trace), either(trace, 10, 30));
  await eachReason(['a'], async (reasons) => {
    const trace = await aRejectsWith(reasons.a);
    expect(trace).toRejectWith(reasons.a, either(trace, 17, 31));
  });
  await eachReason(['b'], async (reasons) => {
    const trace = await bRejectsWith(reasons.b);
    expect(trace).toRejectWith(reasons.b, either(trace, 17, 31));
  });
});

test("causes no unhandled rejection when 'b' fails first", async () => {
  expect(await bFails()).toLeaveNothing(['work']);
  expect(await bothFail(30, 10)).toLeaveNothing(['work']);
  expect(await bFailsInItsCall()).toLeaveNothing(['work']);
});

test("causes no unhandled rejection when 'a' fails first", async () => {
  expect(await aFails()).toLeaveNothing(['work']);
  expect(await bothFail(10, 30)).toLeaveNothing(['work']);
  expect(await aFailsInItsCall()).toLeaveNothing(['work']);
});
