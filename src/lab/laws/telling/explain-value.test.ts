import { expect, observe, test } from '#lab';
import { toGive } from '../outcome.ts';

/** What is said when a scenario fulfils with this at 10 ms, while 'a' runs until 30 ms. */
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
  ['is one missing?', undefined, ['A']],
  [
    'promises in the list. Put in what each await returns, not the promise itself',
    [Promise.resolve('A')],
    ['A'],
  ],
  ['promises in the object', { a: Promise.resolve('A') }, { a: 'A' }],
  ['a thenable in the list', [Object.fromEntries([['then', () => {}]])], ['A']],
  ['in the order in which they arrived; expected input order', ['B', 'A'], ['A', 'B']],
  ['in the order in which they arrived', { of: ['B', 'A'] }, { of: ['A', 'B'] }],
  ['but their order is reversed', [3, 2, 1], [1, 2, 3]],
  ['but their order is not', [3, 1, 2], [1, 2, 3]],
  ['the errors come last', ['A', 'C', new Error('b')], ['A', new Error('b'), 'C']],
  ['as its value or as its reason', [{ status: 'fulfilled', value: 'A' }], ['A']],
  ["did not wait for all work: 'a' (until 30 ms) was still running", ['B'], ['B', 'A']],
  [
    "did not wait for all work: 'a' (until 30 ms) was still running",
    { b: 'B' },
    { b: 'B', a: 'A' },
  ],
  ['A promise is truthy', ['A', 'B'], ['A']],
  ['this is a list, without keys; expected an object', ['A', 'B'], { a: 'A', b: 'B' }],
  ['do not wrap it', [new Error('x', { cause: new Error('b') })], [new Error('b')]],
])('it says «%s»', async (words, value, expected) => {
  expect(await said(value, expected)).toContain(words);
});

test('other values are not told to be the right ones in another order', async () => {
  expect(await said([1, 0, 0], [1, 1, 1])).not.toContain('order');
});

test('it says that the list has no item for a failure', async () => {
  const words = "'b' failed at 10 ms, and the list has no item for it";
  expect(await said(['A'], ['A', new Error('b failed')], true)).toContain(words);
});

test('it asks about a value that counts as false, and about a list that is kept', async () => {
  const none = await observe(() => []);
  expect(toGive(none, [0])?.possible).toContain('Does your code treat 0 as a missing value?');
  const more = await observe(() => ['A', 'B', 'A', 'B']);
  expect(toGive(more, ['A', 'B'])?.possible).toContain('kept outside of the function?');
});

test('it says which work ended first, and which never began', async () => {
  const trace = await observe(async ({ job }) => {
    job('c', 10);
    job('b', 20)();
    return await job('a', 50)();
  });
  expect(toGive(trace, 'B')?.possible).toMatchInlineSnapshot(
    `"'b' ended first, at 20 ms. 'a' ended only at 50 ms."`,
  );
  expect(toGive(trace, 'C')?.possible).toMatchInlineSnapshot(
    `"'c' was never started. Does your code await other work before it comes to that call?"`,
  );
});

test('a value is judged as it was when the promise fulfilled', async () => {
  const trace = await observe(async ({ at, sleep }) => {
    const list: string[] = [];
    at(20, () => list.push('too late'));
    await sleep(10);
    return list;
  });
  expect(trace).toGive([]);
});
