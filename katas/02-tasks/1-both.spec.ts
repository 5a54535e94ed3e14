import { again, eachReason, eachValue, expect, observe, test, together } from '#lab';
import { both } from './1-both.ts';

/** 'a' takes 30 ms and 'b' 20 ms; one after another they would take 50. */
const slowerFirst = () =>
  observe(({ job }) => both(job('a', 30), job('b', 20)), { plan: { a: [0, 30], b: [0, 20] } });

/** The same with the slower one last. */
const slowerLast = () =>
  observe(({ job }) => both(job('a', 20), job('b', 30)), { plan: { a: [0, 20], b: [0, 30] } });

/** 'a' takes 17 ms and 'b' 31, and each fulfils with the value that it is given. */
const withValues = (values: Record<'a' | 'b', unknown>) =>
  observe(({ job }) => both(job('a', 17, { gives: values.a }), job('b', 31, { gives: values.b })));

/** 'a' rejects at 17 ms, with any reason; 'b' ends at 31. */
const aRejectsWith = (reason: unknown) =>
  observe(({ job }) => both(job('a', 17, { failsWith: reason }), job('b', 31)), {
    mayLeave,
  });

/** The other work may still run after a failure. Unhandled rejections have their own tests. */
const mayLeave: ('work' | 'rejection')[] = ['work', 'rejection'];

/** 'a' fails at 10 ms, 'b' ends at 30. */
const aFails = () =>
  observe(({ job }) => both(job('a', 10, { fails: true }), job('b', 30)), { mayLeave });

/** The other way round: 'a' ends at 30 ms, 'b' has failed long before, at 10. */
const bFails = () =>
  observe(({ job }) => both(job('a', 30), job('b', 10, { fails: true })), { mayLeave });

/** Both fail, at these times. */
const bothFail = (a: number, b: number) =>
  observe(({ job }) => both(job('a', a, { fails: true }), job('b', b, { fails: true })), {
    mayLeave,
  });

test('starts both immediately, each of them once', async () => {
  expect(await slowerFirst()).toRunAsPlanned();
  expect(await slowerLast()).toRunAsPlanned();
});

test('takes as long as the slower of the two', async () => {
  expect(await slowerFirst()).toTake(30);
  expect(await slowerLast()).toTake(30);
});

test("fulfils with both results, the result of 'a' first", async () => {
  expect(await slowerFirst()).toGive(['A', 'B']);
  await again(slowerLast, (trace) => expect(trace).toGive(['A', 'B']));
  await together(slowerLast, (trace) => expect(trace).toGive(['A', 'B']));
  await eachValue(['a', 'b'], async (values) => {
    expect(await withValues(values)).toGive([values.a, values.b]);
  });
});

test('rejects with the error of the one that fails', async () => {
  expect(await aFails()).toFailWith('a failed');
  expect(await bFails()).toFailWith('b failed');
  await eachReason(['a'], async ({ a }) => {
    expect(await aRejectsWith(a)).toRejectWith(a);
  });
});

test("causes no unhandled rejection when 'b' fails first", async () => {
  expect(await bFails()).toLeaveNothing(['work']);
  expect(await bothFail(30, 10)).toLeaveNothing(['work']);
});

test("causes no unhandled rejection when 'a' fails first", async () => {
  expect(await aFails()).toLeaveNothing(['work']);
  expect(await bothFail(10, 30)).toLeaveNothing(['work']);
});
