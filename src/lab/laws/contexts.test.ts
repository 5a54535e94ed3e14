import { AsyncLocalStorage } from 'node:async_hooks';
import { expect, test } from 'vitest';
import { observe } from '#lab';
import { toRunIn } from './contexts.ts';

const requests = new AsyncLocalStorage<string>();

/** In each of two requests that overlap, something runs after a wait. */
const serving = () =>
  observe(async ({ job, runs }) => {
    const serve = async (id: string, ms: number) => {
      await job(`load ${id}`, ms)();
      runs('query', requests.getStore());
    };
    await Promise.all([
      requests.run('r1', () => serve('r1', 20)),
      requests.run('r2', () => serve('r2', 10)),
    ]);
    runs('end', requests.getStore());
  });

test('each in its context, in whichever order within a ms', async () => {
  const due = [[20, 'end', undefined] as const, [20, 'query', 'r1'] as const];
  expect(toRunIn(await serving(), [...due, [10, 'query', 'r2']])).toBeUndefined();
});

test('in another context, at another time, never, one too many', async () => {
  const trace = await serving();
  const end = [20, 'end', undefined] as const;
  expect(
    toRunIn(trace, [[10, 'query', 'r1'], [20, 'query', 'r1'], end], 'Why.'),
  ).toMatchInlineSnapshot(`
    {
      "fact": "At 10 ms 'query' ran in 'r2'; expected 'r1'.",
      "possible": "Why.",
    }
  `);
  expect(
    toRunIn(trace, [[10, 'query', 'r2'], [25, 'query', 'r1'], end])?.fact,
  ).toMatchInlineSnapshot(`"'query' ran at 20 ms; expected at 25 ms, in 'r1'."`);
  expect(toRunIn(trace, [[10, 'log', 'r2']])?.fact).toMatchInlineSnapshot(
    `"'log' never ran; expected at 10 ms, in 'r2'."`,
  );
  expect(toRunIn(trace, [[10, 'query', 'r2'], end])?.fact).toMatchInlineSnapshot(
    `"'query' ran at 20 ms, in 'r1'; expected nothing more."`,
  );
});

test('of many that ran in that other context, a few are named', async () => {
  const trace = await observe(({ runs }) => {
    for (const what of ['a', 'b', 'c', 'd', 'e', 'query']) runs(what, 'r2');
  });
  expect(toRunIn(trace, [[0, 'query', 'r1']])?.fact).toBe(
    "At 0 ms 'query' ran in 'r2', as 'a', 'b', 'c' and 2 more did; expected 'r1'.",
  );
});
