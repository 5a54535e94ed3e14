import { AsyncLocalStorage } from 'node:async_hooks';
import { inspect } from 'node:util';
import { expect, observe, test } from '#lab';

const other = new AsyncLocalStorage();

test('a promise is shown as in a program without contexts, whatever its state', async () => {
  const trace = await observe(async ({ job }) => {
    const page = job('page', 10)();
    const failed = Promise.reject(new RangeError('no'));
    failed.catch(() => {});
    const shown = [
      inspect(page),
      inspect(new Promise(() => {})),
      inspect({ list: [Promise.resolve(42)] }),
      inspect(failed).split('\n')[0],
      inspect(other.run('a context', () => page.then(() => {}))),
      inspect((async () => await page)()),
    ];
    await page;
    return [...shown, inspect(page)];
  });
  expect(trace).toGive([
    'Promise { <pending> }',
    'Promise { <pending> }',
    '{ list: [ Promise { 42 } ] }',
    'Promise {',
    'Promise { <pending> }',
    'Promise { <pending> }',
    "Promise { 'PAGE' }",
  ]);
});

test('what somebody else has put on it is shown, and a frozen one does no harm', () => {
  const mine = Object.assign(Promise.resolve(1), { name: 'mine', [Symbol('sign')]: 2 });
  // Node 24 writes no brackets.
  expect(inspect(mine)).toMatch(/^Promise \{ 1, name: 'mine', \[?Symbol\(sign\)\]?: 2 \}$/);
  class Named extends Promise<number> {}
  expect(inspect(Named.resolve(3))).toBe('Named [Promise] { 3 }');
  const frozen = Object.freeze(Promise.resolve(4));
  expect(inspect(frozen)).toMatch(/^Promise \{\s+4/);
});
