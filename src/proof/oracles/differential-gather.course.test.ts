/**
 * The references of in-order, both and chapter 03, and every other right attempt at them, against what
 * others have built: Node's own `Promise.all`
 * and `allSettled`, p-map, p-settle, p-props and p-filter. The same random work, in virtual time: the same
 * result or failure at the same ms, the same spans, the same unhandled rejections and things left.
 *
 * Chapters 06 and later are not written yet; p-limit, p-timeout and async-mutex wait for them.
 */
import fc from 'fast-check';
import pFilter from 'p-filter';
import pMap from 'p-map';
import pProps from 'p-props';
import pSettle from 'p-settle';
import { expect, test } from 'vitest';
import type { Lab } from '../../lab/scene/scenario.ts';
import { referenceOf } from './asyncio.ts';
import {
  answersTo,
  expectSame,
  jobsIn,
  rarely,
  type Scenario,
  values,
  type Work,
  works,
} from './differential.ts';

type Io = () => Promise<unknown>;

/** Work under way, and among it values that nobody has to wait for. */
const awaitables = fc.array(
  fc.oneof(
    fc.record({ takes: fc.integer({ min: 1, max: 6 }), fails: rarely, value: values }),
    fc.record({ value: values }),
  ),
  { maxLength: 6 },
);

type Awaitable = typeof awaitables extends fc.Arbitrary<(infer One)[]> ? One : never;

const start = (all: readonly Awaitable[], lab: Lab): unknown[] =>
  all.map((one, i) =>
    'takes' in one
      ? lab.job(`job ${i}`, one.takes, { fails: one.fails, gives: one.value })()
      : one.value,
  );

test.each(answersTo('01-coroutines/3-in-order'))(
  '%s, as p-map with one at a time',
  async (file) => {
    const { inOrder } = await referenceOf<{ inOrder: (steps: Io[]) => unknown }>(file);
    await expectSame(
      works(),
      (all, lab) => inOrder(jobsIn(lab, all)),
      (all, lab) => pMap(jobsIn(lab, all), (job) => job(), { concurrency: 1 }),
    );
  },
);

const pairs = works(2).filter(({ length }) => length === 2);

// The contract leaves open when a failure is passed on, and which of two: these wait for both.
const WAIT_FOR_BOTH = /right-(settled|catch-and-keep|waits-then-awaits|listens-early|p-map)$/;

// The contract leaves open which of the two is called first; a trace tells what was.
const aFirst = (file: string) => !file.endsWith('right-calls-b-first');

test.each(answersTo('02-tasks/1-both').filter(aFirst))(
  '%s, as Promise.all and as p-map',
  async (file) => {
    const { both } = await referenceOf<{ both: (a: Io, b: Io) => unknown }>(file);
    const some = WAIT_FOR_BOTH.test(file)
      ? pairs.filter((pair) => pair.every(({ fails }) => !fails))
      : pairs;
    const ours: Scenario<Work[]> = (all, lab) => both(...(jobsIn(lab, all) as [Io, Io]));
    await expectSame(some, ours, (all, lab) => Promise.all(jobsIn(lab, all).map((job) => job())));
    await expectSame(some, ours, (all, lab) => pMap(jobsIn(lab, all), (job) => job()));
  },
);

test.each(answersTo('03-gather/1-gather'))('%s, as Promise.all and as p-map', async (file) => {
  const { gather } = await referenceOf<{ gather: (all: unknown[]) => unknown }>(file);
  const ours: Scenario<Awaitable[]> = (all, lab) => gather(start(all, lab));
  await expectSame(awaitables, ours, (all, lab) => Promise.all(start(all, lab)));
  await expectSame(awaitables, ours, (all, lab) => pMap(start(all, lab), (value) => value));
});

test.each(answersTo('03-gather/2-return-exceptions'))(
  '%s, as Promise.allSettled and as p-settle',
  async (file) => {
    const { gatherSettled } = await referenceOf<{ gatherSettled: (all: unknown[]) => unknown }>(
      file,
    );
    const ours: Scenario<Awaitable[]> = (all, lab) => gatherSettled(start(all, lab));
    await expectSame(awaitables, ours, async (all, lab) =>
      (await Promise.allSettled(start(all, lab))).map((one) =>
        one.status === 'fulfilled' ? one.value : one.reason,
      ),
    );
    await expectSame(awaitables, ours, async (all, lab) =>
      (await pSettle(start(all, lab))).map((one) => (one.isFulfilled ? one.value : one.reason)),
    );
  },
);

/** Keys in an order of their own, as they stand in an object. */
const keys = fc.uniqueArray(fc.string({ minLength: 1, maxLength: 3 }), { maxLength: 6 });

test.each(answersTo('03-gather/4-gather-props'))('%s, as p-props', async (file) => {
  const { gatherProps } = await referenceOf<{ gatherProps: (all: object) => Promise<object> }>(
    file,
  );
  const props = (all: readonly Awaitable[], names: readonly string[], lab: Lab) =>
    Object.fromEntries(start(all, lab).map((value, i) => [names[i] ?? `key ${i}`, value]));
  await expectSame(
    // Nothing but promises: that a plain value may stand in the object too is no part of the contract.
    fc.tuple(
      awaitables.map((all) => all.filter((one) => 'takes' in one)),
      keys,
    ),
    // As pairs: an order of keys is not compared otherwise.
    async ([all, names], lab) => Object.entries(await gatherProps(props(all, names, lab))),
    async ([all, names], lab) => Object.entries(await pProps(props(all, names, lab))),
  );
});

/** Items with the answer to each, which takes its time and may fail. */
const questions = fc.array(
  fc.record({
    item: values,
    keep: fc.boolean(),
    takes: fc.integer({ min: 1, max: 6 }),
    fails: rarely,
  }),
  { maxLength: 6 },
);

type Question = typeof questions extends fc.Arbitrary<(infer One)[]> ? One : never;

test.each(answersTo('03-gather/5-filter'))('%s, as p-filter', async (file) => {
  const { filterAsync } = await referenceOf<{ filterAsync: typeof pFilter<Question> }>(file);
  const ask = ({ job }: Lab) => {
    let asked = 0;
    return ({ takes, fails, keep }: Question) =>
      job(`question ${asked++}`, takes, { fails, gives: keep })();
  };
  await expectSame(
    questions,
    (all, lab) => filterAsync(all, ask(lab)),
    (all, lab) => pFilter(all, ask(lab)),
  );
});

test.each([
  ['awaits in turn', 'wrong-awaits-in-turn'],
  ['waits for all before it fails', 'wrong-all-settled'],
  ['gives what comes first first', 'wrong-pushes'],
  ['takes undefined for nothing', 'wrong-undefined-is-missing'],
])('a gather that %s does not agree', async (_what, name) => {
  const wrong = await referenceOf<{ gather: (all: unknown[]) => unknown }>(
    `03-gather/1-gather/${name}`,
  );
  await expect(
    expectSame(
      awaitables,
      (all, lab) => wrong.gather(start(all, lab)),
      (all, lab) => Promise.all(start(all, lab)),
    ),
  ).rejects.toThrow('Property failed');
});
