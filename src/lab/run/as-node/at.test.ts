import { AsyncLocalStorage } from 'node:async_hooks';
import { expect, test } from 'vitest';
import { observe } from '#lab';

/** As a timer of Node's own would be. */
test('an event from outside happens in the context of the code that asked for it', async () => {
  const storage = new AsyncLocalStorage<string>();
  const trace = await observe(async ({ at, runs, sleep }) => {
    at(10, () => {
      runs('first', storage.getStore());
      storage.enterWith('entered');
    });
    at(20, () => runs('second', storage.getStore()));
    storage.run('r1', () => at(30, () => runs('third', storage.getStore())));
    await sleep(40);
    runs('scene', storage.getStore());
  });
  expect(trace.contexts.map(({ what, context }) => [what, context])).toEqual([
    ['first', undefined],
    ['second', undefined],
    ['third', 'r1'],
    ['scene', undefined],
  ]);
});
