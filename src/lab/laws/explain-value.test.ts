import { expect, observe, test } from '#lab';
import { toGive } from './outcome.ts';

/** What is said when a scenario gives this after 10 ms, while a is at work until 30 ms. */
async function said(value: unknown, expected: unknown, fails = false): Promise<string> {
  const trace = await observe(
    async ({ job }) => {
      job('a', 30)();
      await job('b', 10, { fails })().catch(() => {});
      return value;
    },
    { mayLeave: ['work'] },
  );
  return toGive(trace, expected)?.possible ?? '';
}

test.each<[string, unknown, unknown]>([
  ['is a return missing?', undefined, ['A']],
  ['did not wait for what they promise', [Promise.resolve('A')], ['A']],
  ['whoever made the object did not wait', { a: Promise.resolve('A') }, { a: 'A' }],
  ['not a Promise by class', [Object.fromEntries([['then', () => {}]])], ['A']],
  ['in the order given, not in the order', ['B', 'A'], ['A', 'B']],
  ['as its value or as its reason', [{ status: 'fulfilled', value: 'A' }], ['A']],
  ["all the work was done: 'a' (until 30 ms) was still running", ['B'], ['B', 'A']],
  ["all the work was done: 'a' (until 30 ms) was still running", { b: 'B' }, { b: 'B', a: 'A' }],
  ['a promise counts as true', ['A', 'B'], ['A']],
])('it says «%s»', async (words, value, expected) => {
  expect(await said(value, expected)).toContain(words);
});

test('it says that a failure has no place in the list', async () => {
  const words = "'b' failed at 10 ms, and nothing stands in its place";
  expect(await said(['A'], ['A', new Error('b failed')], true)).toContain(words);
});

test('it says that a falsy value is a value', async () => {
  const trace = await observe(() => []);
  expect(toGive(trace, [0])?.possible).toContain('0 is a value like any other');
});

test('a value is judged as it was when it was given', async () => {
  const trace = await observe(async ({ at, sleep }) => {
    const list: string[] = [];
    at(20, () => list.push('too late'));
    await sleep(10);
    return list;
  });
  expect(trace).toGive([]);
});
