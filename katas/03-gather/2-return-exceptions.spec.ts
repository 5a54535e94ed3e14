import { eachReason, eachValue, expect, explore, observe, test } from '#lab';
import { gatherSettled } from './2-return-exceptions.ts';

/** A subclass of Error with a property. */
class NoBread extends Error {
  readonly shelf = 3;
}

/** All start at 0 ms. By default 'b' rejects first, at 10 ms, and the slowest takes 30 ms. */
const oneFails = ({ a, b, c } = { a: 30, b: 10, c: 20 }) =>
  observe(
    ({ job, call }) => {
      const fails = new NoBread('no bread');
      const courses = [job('a', a)(), job('b', b, { fails })(), job('c', c)()];
      return call('gatherSettled', () => gatherSettled(courses));
    },
    { plan: { a: [0, a], b: [0, b], c: [0, c], gatherSettled: [0, Math.max(a, b, c)] } },
  );

/** All start at 0 ms and reject, at 31, 11 and 23 ms. */
const allFail = () =>
  observe(
    ({ job, call }) => {
      const fails = true;
      const courses = [
        job('a', 31, { fails })(),
        job('b', 11, { fails })(),
        job('c', 23, { fails })(),
      ];
      return call('gatherSettled', () => gatherSettled(courses));
    },
    { plan: { a: [0, 31], b: [0, 11], c: [0, 23], gatherSettled: [0, 31] } },
  );

/** The input is 'a', which takes 11 ms, and the values, thenables or settled promises in `given`. */
const beside = (...given: unknown[]) =>
  observe(({ job, call }) => {
    const courses = [job('a', 11)(), ...given];
    return call('gatherSettled', () => gatherSettled(courses));
  });

/** The input is `given`, and 'a', which takes 11 ms. */
const before = (given: unknown) =>
  observe(({ job, call }) => call('gatherSettled', () => gatherSettled([given, job('a', 11)()])));

/** A promise that fulfils, one that rejects, and a text are in the input twice. */
const twice = (failure: Error) =>
  observe(({ job, call }) => {
    const [soup, bread] = [job('soup', 23)(), job('bread', 11, { fails: failure })()];
    const courses = [soup, bread, 'salt', job('wine', 7)(), bread, 'salt', soup];
    return call('gatherSettled', () => gatherSettled(courses));
  });

/** Two calls at 0 ms; fulfils with the outcomes of both. */
const twoCalls = (failure: Error) =>
  observe(
    async ({ job, call }) => {
      const fails = failure;
      const first = call('first', () => gatherSettled([job('a', 11)(), job('b', 23)()]));
      const second = call('second', () =>
        gatherSettled([job('c', 31)(), job('d', 7, { fails })(), 'salt']),
      );
      return [await first, await second];
    },
    { plan: { a: [0, 11], b: [0, 23], first: [0, 23], c: [0, 31], d: [0, 7], second: [0, 31] } },
  );

/** 'a' and 'b' fulfil at 23 and 11 ms with what is in `values`. */
const fulfillingWith = (values: Record<'a' | 'b', unknown>) =>
  observe(({ job, call }) => {
    const courses = [job('a', 23, { gives: values.a })(), job('b', 11, { gives: values.b })()];
    return call('gatherSettled', () => gatherSettled(courses));
  });

const THE_SAME = 'that same Error';
const A_NEW_ONE = 'a new Error with the reason as its cause';
const WRAP = 'Only an Error can be told from a result: any other reason needs one around it.';
const NO_TEXT = 'Does your code make a text of the reason? Not every value has one.';

/** 'b' rejects at 23 ms with `reason`; fulfils with a description of what is in its place. */
const failingWith = (reason: unknown) =>
  observe(async ({ job, call }) => {
    const courses = [job('a', 11)(), job('b', 23, { failsWith: reason })()];
    const [, outcome] = await call('gatherSettled', () => gatherSettled<unknown>(courses));
    if (!(outcome instanceof Error)) return { noError: outcome };
    if (outcome === reason) return THE_SAME;
    return Object.is(outcome.cause, reason) ? A_NEW_ONE : { anErrorWithTheCause: outcome.cause };
  });

/** Two promises reject with a text each; fulfils with the causes of the outcomes. */
const twoTexts = () =>
  observe(async ({ job, call }) => {
    const courses = [
      job('a', 23, { failsWith: 'no soup' })(),
      job('b', 11, { failsWith: 'no fish' })(),
    ];
    const outcomes = await call('gatherSettled', () => gatherSettled<unknown>(courses));
    return outcomes.map((one) => (one instanceof Error ? one.cause : { noError: one }));
  });

/** Reasons that cannot be turned into a text, in one way or another. */
const circular: { self?: object } = {};
circular.self = circular;
const SILENT = [Symbol('no text'), Object.create(null), 1n, circular];

/** Looks like an Error, and is none. */
const LOOKALIKE = { name: 'Error', message: 'no bread', stack: 'Error: no bread' };

/** 'b' and 'c' have rejected before the call, 'a' is still in flight. */
const rejectedBefore = (b: Error, c: Error) =>
  observe(({ job, call }) => {
    const courses = [job('a', 11)(), Promise.reject(b), Promise.reject(c)];
    return call('gatherSettled', () => gatherSettled(courses));
  });

/** Can be read only once, like a generator, but throws the second time. */
function readOnce<T>(items: T[]): Iterable<T> {
  let read = false;
  return {
    [Symbol.iterator]() {
      if (read) throw new Error('the awaitables were read twice, and can be read only once');
      read = true;
      return items[Symbol.iterator]();
    },
  };
}

/** The caller puts something else into its list, and empties it, right after the call. */
const changed = () =>
  observe(({ job, call }) => {
    const courses: unknown[] = [job('a', 11)(), job('b', 23)()];
    const tray = call('gatherSettled', () => gatherSettled(courses));
    courses[1] = 'something else';
    courses.length = 0;
    return tray;
  });

/** Fulfils with the input after gatherSettled has fulfilled. */
const inputAfterwards = () =>
  observe(async ({ job, call }) => {
    const courses: unknown[] = [job('a', 11)(), job('b', 23)()];
    const before = [...courses];
    await call('gatherSettled', () => gatherSettled(courses));
    return courses.map((course, i) => {
      if (course === before[i]) return 'the same promise';
      return course instanceof Promise ? 'another promise' : course;
    });
  });

/** A thenable that has no method but `then`, and so has what its `then` returns. */
const bare = <T>(promise: PromiseLike<T>): PromiseLike<T> => ({
  then: (onValue, onError) => bare(promise.then(onValue, onError)),
});

test('fulfils with the outcomes in input order, whichever promise settles first', async () => {
  expect(await oneFails()).toGive(['A', new NoBread('no bread'), 'C']);
  await explore(['a', 'b', 'c'], async (takes) => {
    expect(await oneFails(takes)).toGive(['A', new NoBread('no bread'), 'C']);
  });
});

test('fulfils as soon as the slowest promise has settled, even when some reject, without a timer', async () => {
  expect(await oneFails()).toTake(30);
  const trace = await allFail();
  expect(trace).toTake(31);
  expect(trace).toSetTimers(0);
});

test('has two outcomes for a promise or a value that is in the input twice', async () => {
  const failure = new Error('no bread');
  const expected = ['SOUP', failure, 'salt', 'WINE', failure, 'salt', 'SOUP'];
  expect(await twice(failure)).toGive(expected);
});

test('keeps two calls apart that are in flight at the same time', async () => {
  const failure = new Error('no bread');
  const trace = await twoCalls(failure);
  expect(trace).toGive([
    ['A', 'B'],
    ['C', failure, 'salt'],
  ]);
  expect(trace).toRunAsPlanned();
});

test('leaves every result unchanged, even a falsy one', async () => {
  await eachValue(['a', 'b'], async (values) => {
    expect(await fulfillingWith(values)).toGive([values.a, values.b]);
  });
});

test('accepts plain values', async () => {
  expect(await beside('soup')).toGive(['A', 'soup']);
  await eachValue(['a plain value'], async ({ 'a plain value': value }) => {
    expect(await beside(value)).toGive(['A', value]);
  });
});

test('awaits a thenable that is not a Promise', async () => {
  const { then } = bare(Promise.resolve('soup'));
  const called = Object.assign(() => 'called', { then });
  expect(await beside({ then }, called)).toGive(['A', 'soup', 'soup']);
  const during = { then: (onValue: (value: unknown) => void) => onValue({ then }) };
  expect(await beside(during)).toGive(['A', 'soup']);
  const failure = new Error('no soup');
  const failing = { then: (_: unknown, onError: (reason: Error) => void) => onError(failure) };
  expect(await beside(failing)).toGive(['A', failure]);
  const cached = { then: (onValue: (value: unknown) => void) => onValue('soup') };
  expect(await before(cached)).toGive(['soup', 'A']);
});

test('puts the same Error object into the list when a promise rejects with an Error', async () => {
  expect(await failingWith(new NoBread('no bread'))).toGive(THE_SAME);
  await eachReason(['b'], async ({ b }) => {
    if (b instanceof Error) expect(await failingWith(b)).toGive(THE_SAME);
  });
});

test('wraps any other reason in a new Error that has it as its cause', async () => {
  expect(await failingWith('no fish')).toGive(A_NEW_ONE, WRAP);
  await eachReason(['b'], async ({ b }) => {
    if (!(b instanceof Error)) expect(await failingWith(b)).toGive(A_NEW_ONE, WRAP);
  });
  expect(await twoTexts()).toGive(['no soup', 'no fish']);
  for (const reason of SILENT) expect(await failingWith(reason)).toGive(A_NEW_ONE, NO_TEXT);
  expect(await failingWith(LOOKALIKE)).toGive(A_NEW_ONE, WRAP);
});

test('causes no unhandled rejection, neither later nor from before the call', async () => {
  expect(await allFail()).toLeaveNothing();
  const [b, c] = [new Error('no bread'), new Error('no cheese')];
  const trace = await rejectedBefore(b, c);
  expect(trace).toLeaveNothing();
  expect(trace).toGive(['A', b, c]);
});

test('fulfils immediately with an empty list when the input is empty', async () => {
  const trace = await observe(({ call }) => call('gatherSettled', () => gatherSettled([])));
  expect(trace).toGive([]);
  expect(trace).toTake(0);
  // An await takes the list itself, too.
  const returned = await observe(async () => {
    const result = gatherSettled([]);
    await result;
    return typeof result.then;
  });
  expect(returned).toGive(
    'function',
    'gatherSettled returns a promise, also when the input is empty: its caller may call then().',
  );
});

test('iterates over the input only once, and during the call', async () => {
  const trace = await observe(({ job, call }) => {
    const courses = readOnce([job('a', 11)(), job('b', 23)()]);
    return call('gatherSettled', () => gatherSettled(courses));
  });
  expect(trace).toGive(['A', 'B']);
  expect(await changed()).toGive(['A', 'B']);
});

test('does not change the input', async () => {
  expect(await inputAfterwards()).toGive(
    ['the same promise', 'the same promise'],
    'The list belongs to the caller: put the outcomes into a new one.',
  );
});
