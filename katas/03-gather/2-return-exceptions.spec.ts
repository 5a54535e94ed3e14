import { expect, explore, observe, test } from '#lab';
import { gatherSettled } from './2-return-exceptions.ts';

/** An Error of its own class, with something to remember. */
class NoBread extends Error {
  readonly shelf = 3;
}

/** All start at 0 ms. b fails first, at 10 ms; the slowest takes 30 ms. */
const oneFails = ({ a, b, c } = { a: 30, b: 10, c: 20 }) =>
  observe(
    ({ job, call }) => {
      const fails = new NoBread('no bread');
      const courses = [job('a', a)(), job('b', b, { fails })(), job('c', c)()];
      return call('gatherSettled', () => gatherSettled(courses));
    },
    { plan: { a: [0, a], b: [0, b], c: [0, c], gatherSettled: [0, Math.max(a, b, c)] } },
  );

/** All start at 0 ms and fail. */
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

/** These settle at once, and a takes 10 ms. */
const beside = (given: unknown[]) =>
  observe(({ job, call }) => {
    const courses = [job('a', 10)(), ...given];
    return call('gatherSettled', () => gatherSettled(courses));
  });

/** b fails at 20 ms with `failure`, which need not be an Error; tells what stands in its place. */
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

test('gives what came of each in the order given, whichever comes first', async () => {
  expect(await oneFails()).toGive(['A', new NoBread('no bread'), 'C']);
  await explore(['a', 'b', 'c'], async (takes) => {
    expect(await oneFails(takes)).toGive(['A', new NoBread('no bread'), 'C']);
  });
});

test('waits for the slowest, whether or not something has failed', async () => {
  expect(await oneFails()).toTake(30);
  expect(await allFail()).toTake(30);
});

test('keeps every result as it is', async () => {
  const given = [0, '', null, undefined];
  expect(await beside(given.map((value) => Promise.resolve(value)))).toGive(['A', ...given]);
});

test('takes a plain value for its own result', async () => {
  expect(await beside(['soup'])).toGive(['A', 'soup']);
});

test('gives the very Error with which something has failed', async () => {
  const trace = await observe(async ({ job, call }) => {
    const fails = new NoBread('no bread');
    const courses = [job('a', 20)(), job('b', 10, { fails })()];
    const [, failure] = await call('gatherSettled', () => gatherSettled(courses));
    return { failure, isTheSame: failure === fails };
  });
  expect(trace).toGive({ failure: new NoBread('no bread'), isTheSame: true });
});

test('wraps a failure that is no Error in one that has it as its cause', async () => {
  expect(await failingWith('no fish')).toGive({ anError: true, cause: 'no fish' });
  expect(await failingWith(undefined)).toGive({ anError: true, cause: undefined });
});

test('leaves no failure unhandled', async () => {
  expect(await allFail()).toLeaveNothing();
});

test('gives an empty list at once when there is nothing to wait for', async () => {
  const trace = await observe(({ call }) => call('gatherSettled', () => gatherSettled([])));
  expect(trace).toGive([]);
  expect(trace).toTake(0);
});
