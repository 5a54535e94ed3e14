/**
 * Promises/A+ as a judge of its own: of Node's promises under the lab's clock, of the katas in which a
 * promise is built by hand, and of those that hand on what one promise comes to.
 *
 * `background`, `registry` and the like give no promise of a value. `return-exceptions` gives a failure as
 * a value, `wait` the very promises that it was given: neither is a promise of its own to be judged.
 */
import { expect, test } from 'vitest';
import { referenceOf } from './asyncio.ts';
import { answersTo } from './differential.ts';
import { type Deferred, runAPlus } from './promises-aplus.ts';

type Io<T> = () => Promise<T>;

/** Makes a promise of what one piece of work comes to. */
type Wrap = (work: Io<unknown>) => PromiseLike<unknown>;

// biome-ignore lint/suspicious/noExplicitAny: what the katas' files export, found by path
type Exports = any;

/** Promises built by hand, and how to make one of each. */
const BUILT: [kata: string, wrapIn: (exports: Exports) => Wrap][] = [
  ['01-coroutines/4-lazy', ({ lazy }) => lazy],
  [
    '02-tasks/2-task',
    ({ Task }) =>
      (work) =>
        new Task(work),
  ],
];

/** What hands on the result of one promise, and the failure as it is; the result is taken out again. */
const HANDING_ON: [kata: string, wrapIn: (exports: Exports) => Wrap][] = [
  [
    '01-coroutines/3-in-order',
    ({ inOrder }) =>
      async (work) =>
        (await inOrder([work]))[0],
  ],
  [
    '02-tasks/1-both',
    ({ both }) =>
      async (work) =>
        (await both(work, async () => 'b'))[0],
  ],
  [
    '03-gather/1-gather',
    ({ gather }) =>
      async (work) =>
        (await gather([work()]))[0],
  ],
  [
    '03-gather/3-stop-the-rest',
    ({ downloadAll }) =>
      async (work) =>
        (await downloadAll([work]))[0],
  ],
  [
    '03-gather/4-gather-props',
    ({ gatherProps }) =>
      async (work) =>
        (await gatherProps({ a: work() })).a,
  ],
  [
    '04-wait/1-as-completed',
    ({ asCompleted }) =>
      async (work) =>
        (await asCompleted([work()]).next()).value,
  ],
];

const deferred = (wrap: Wrap) => (): Deferred => {
  let settle = {} as Omit<Deferred, 'promise'>;
  const promise = new Promise<unknown>((resolve, reject) => {
    settle = { resolve, reject };
  });
  return { promise: wrap(() => promise), ...settle };
};

test("Node's own promise", async () => {
  expect(await runAPlus(deferred((work) => work()))).toEqual({ ran: 872, failed: [] });
});

const built = BUILT.flatMap(([kata, wrapIn]) =>
  answersTo(kata).map((file) => [file, wrapIn] as const),
);

// Its types let in functions and nothing, and it takes 5 for a function: the kata promises no more.
const FUNCTIONS_ONLY = '01-coroutines/4-lazy/right-async-then';

test.for([...built.filter(([file]) => file !== FUNCTIONS_ONLY), ...HANDING_ON])(
  '%s',
  async ([file, wrapIn]) => {
    const wrap = wrapIn(await referenceOf<Exports>(file));
    expect(await runAPlus(deferred(wrap))).toEqual({ ran: 872, failed: [] });
  },
);

test(`${FUNCTIONS_ONLY}, but for what is no function`, async () => {
  const { lazy } = await referenceOf<Exports>(FUNCTIONS_ONLY);
  const { ran, failed } = await runAPlus(deferred(lazy));
  expect([ran, failed.length]).toEqual([872, 18]);
  for (const [title] of failed) expect(title).toMatch(/If `on\w+` is not a function/);
});

test('promises that break the standard are rejected', async () => {
  const failures: Record<string, number> = {};
  for (const name of ['wrong-swallows', 'wrong-deaf-then', 'wrong-then-gives-nothing-new']) {
    const { Task } = await referenceOf<Exports>(`02-tasks/2-task/${name}`);
    const { failed } = await runAPlus(deferred((work) => new Task(work)));
    failures[name] = failed.length;
  }
  expect(failures).toEqual({
    'wrong-swallows': 483,
    'wrong-deaf-then': 461,
    'wrong-then-gives-nothing-new': 730,
  });
});
