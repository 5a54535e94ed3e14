import { expect, explore, observe, test } from '#lab';
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

/** All start at 0 ms and reject. */
const allFail = ({ a, b, c } = { a: 30, b: 10, c: 20 }) =>
  observe(
    ({ job, call }) => {
      const fails = true;
      const courses = [
        job('a', a, { fails })(),
        job('b', b, { fails })(),
        job('c', c, { fails })(),
      ];
      return call('gatherSettled', () => gatherSettled(courses));
    },
    { plan: { a: [0, a], b: [0, b], c: [0, c], gatherSettled: [0, Math.max(a, b, c)] } },
  );

/** The input is 'a', which takes 10 ms, and the values or settled promises in `given`. */
const beside = (given: unknown[]) =>
  observe(({ job, call }) => {
    const courses = [job('a', 10)(), ...given];
    return call('gatherSettled', () => gatherSettled(courses));
  });

/** 'b' rejects at 20 ms with `failure`, which may be no Error; fulfils with what is in its place. */
const failingWith = (failure: unknown) =>
  observe(async ({ job, call }) => {
    const courses = [
      job('a', 10)(),
      job('b', 20)().then(() => {
        throw failure;
      }),
    ];
    const [, b] = await call('gatherSettled', () => gatherSettled(courses));
    return b instanceof Error ? { anError: true, cause: b.cause } : { anError: false, but: b };
  });

const WRAP = 'Only an Error can be told from a result: any other reason needs one around it.';

test('fulfils with the outcomes in input order, whichever promise settles first', async () => {
  expect(await oneFails()).toGive(['A', new NoBread('no bread'), 'C']);
  await explore(['a', 'b', 'c'], async (takes) => {
    expect(await oneFails(takes)).toGive(['A', new NoBread('no bread'), 'C']);
  });
});

test('fulfils as soon as the slowest promise has settled, even when some reject', async () => {
  expect(await oneFails()).toTake(30);
  expect(await allFail()).toTake(30);
});

test('leaves every result unchanged, even a falsy one', async () => {
  const given = [0, '', null, undefined];
  expect(await beside(given.map((value) => Promise.resolve(value)))).toGive(['A', ...given]);
});

test('accepts plain values', async () => {
  expect(await beside(['soup'])).toGive(['A', 'soup']);
});

test('puts the same Error object into the list when a promise rejects with an Error', async () => {
  const trace = await observe(async ({ job, call }) => {
    const fails = new NoBread('no bread');
    const courses = [job('a', 20)(), job('b', 10, { fails })()];
    const [, failure] = await call('gatherSettled', () => gatherSettled(courses));
    return { failure, isTheSame: failure === fails };
  });
  expect(trace).toGive({ failure: new NoBread('no bread'), isTheSame: true });
});

test('wraps any other reason in a new Error that has it as its cause', async () => {
  expect(await failingWith('no fish')).toGive({ anError: true, cause: 'no fish' }, WRAP);
  expect(await failingWith(undefined)).toGive({ anError: true, cause: undefined }, WRAP);
});

test('causes no unhandled rejection when all promises reject', async () => {
  expect(await allFail()).toLeaveNothing();
});

test('fulfils immediately with an empty list when the input is empty', async () => {
  const trace = await observe(({ call }) => call('gatherSettled', () => gatherSettled([])));
  expect(trace).toGive([]);
  expect(trace).toTake(0);
});
