import { AsyncLocalStorage } from 'node:async_hooks';
import { expect, test } from 'vitest';
import { observe } from '#lab';
import { type Reading, toRead, toRunIn } from './contexts.ts';

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
  ).toMatchInlineSnapshot(`"'query' ran at 20 ms, in 'r1'; expected at 25 ms, in 'r1'."`);
  expect(toRunIn(trace, [[10, 'log', 'r2']])?.fact).toMatchInlineSnapshot(
    `"'log' never ran; expected at 10 ms, in 'r2'."`,
  );
  expect(toRunIn(trace, [[10, 'query', 'r2'], end])?.fact).toMatchInlineSnapshot(
    `"'query' ran at 20 ms, in 'r1'; expected nothing more."`,
  );
});

test('a variable that is read has a value, and no context', async () => {
  const list = ['en'];
  const trace = await observe(async ({ sleep, reads }) => {
    reads('page', list);
    reads('log', 'fr');
    reads('report', 'fr');
    await sleep(5);
    reads('page', undefined);
  });
  const due: Reading[] = [
    [0, 'page', list],
    [0, 'log', 'fr'],
    [0, 'report', 'fr'],
    [5, 'page', undefined],
  ];
  const told = (i: number, ...want: Reading) => toRead(trace, due.with(i, want))?.fact;
  expect(toRead(trace, due)).toBeUndefined();
  expect([
    told(1, 0, 'log', undefined),
    told(3, 5, 'page', 'en'),
    told(0, 0, 'page', ['en']),
    told(1, 7, 'log', 'fr'),
    told(1, 0, 'print', 'fr'),
    toRead(trace, due.slice(0, -1))?.fact,
  ]).toMatchInlineSnapshot(`
    [
      "At 0 ms 'log' read 'fr'; expected undefined.",
      "At 5 ms 'page' read undefined; expected 'en'.",
      "At 0 ms 'page' read [ 'en' ]; expected another one that looks the same.",
      "'log' read 'fr' at 0 ms; expected 'fr' at 7 ms.",
      "'print' never read; expected 'fr' at 0 ms.",
      "'page' read undefined at 5 ms; expected nothing more.",
    ]
  `);
});

/** All of it runs in 'r2'. */
const running = (...names: string[]) =>
  observe(({ runs }) => {
    for (const what of names) runs(what, 'r2');
  });

const dueIn = (context: string, ...names: string[]) =>
  names.map((what) => [0, what, context] as const);

test('of many that ran in that wrong context, a few are named', async () => {
  const names = ['query', 'a', 'b', 'c', 'd', 'e'];
  expect(toRunIn(await running(...names), dueIn('r1', ...names))?.fact).toBe(
    "At 0 ms 'query' ran in 'r2', as 'a', 'b', 'c' and 2 more did; expected 'r1'.",
  );
});

test('what was right to run there is not named beside what was not', async () => {
  const trace = await running('send', 'query', 'log', 'no. 3');
  const due = [...dueIn('r1', 'query', 'log'), ...dueIn('r2', 'send')];
  expect(toRunIn(trace, due)?.fact).toBe(
    "At 0 ms 'query' ran in 'r2', as 'log' did; expected 'r1'.",
  );
});
