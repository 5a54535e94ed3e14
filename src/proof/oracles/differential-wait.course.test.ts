/**
 * The references of chapter 04 that stop nobody, and every other right attempt at them, against what others
 * have built: rxjs and Node's own `Promise.race`, `all` and `allSettled`. In virtual time: the same at the
 * same ms.
 */
import fc from 'fast-check';
import { from, merge } from 'rxjs';
import { eachValueFrom } from 'rxjs-for-await';
import { expect, test } from 'vitest';
import type { Lab } from '../../lab/scene/scenario.ts';
import { referenceOf } from './asyncio.ts';
import { answersTo, expectSame, inWords, jobsIn, type Work, works } from './differential.ts';

type AsCompleted = (promises: Iterable<Promise<unknown>>) => AsyncIterable<unknown>;

const ms = fc.integer({ min: 1, max: 7 });

/** A reader who takes so long over each value, and breaks off after so many. */
const reading = fc.record({
  all: works(),
  pauses: fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 1, maxLength: 6 }),
  breaksAfter: fc.option(fc.integer({ min: 1, max: 6 })),
});

const read =
  (asCompleted: AsCompleted) =>
  async (
    { all, pauses, breaksAfter }: { all: Work[]; pauses: number[]; breaksAfter: number | null },
    lab: Lab,
  ) => {
    const promises = jobsIn(lab, all).map((job) => job());
    let count = 0;
    try {
      for await (const value of asCompleted(promises)) {
        lab.log(`${value}`);
        if (++count === breaksAfter) break;
        const pause = pauses[count % pauses.length] as number;
        if (pause > 0) await new Promise((resolve) => setTimeout(resolve, pause));
      }
    } catch (error) {
      lab.log(`${inWords(error)}`);
    }
    await Promise.allSettled(promises);
  };

// What comes while the reader is busy these give in the order of the list, a failure too.
const RACES = /right-(race-bare|race-map|recursion)$/;

test.each(answersTo('04-wait/1-as-completed'))('%s, as rxjs', async (file) => {
  const { asCompleted } = await referenceOf<{ asCompleted: AsCompleted }>(file);
  await expectSame(
    RACES.test(file) ? reading.map((one) => ({ ...one, pauses: [0] })) : reading,
    read(asCompleted),
    read((promises) => eachValueFrom(merge(...[...promises].map((promise) => from(promise))))),
  );
});

test('an as-completed that keeps to the order of the list does not agree', async () => {
  const wrong = await referenceOf<{ asCompleted: AsCompleted }>(
    '04-wait/1-as-completed/wrong-for-await',
  );
  const right = await referenceOf<{ asCompleted: AsCompleted }>('04-wait/1-as-completed');
  await expect(
    expectSame(reading, read(wrong.asCompleted), read(right.asCompleted)),
  ).rejects.toThrow('Property failed');
});

const NATIVE = {
  ALL_COMPLETED: (promises: Promise<unknown>[]) => Promise.allSettled(promises),
  FIRST_COMPLETED: (promises: Promise<unknown>[]) => Promise.race(promises),
  FIRST_EXCEPTION: (promises: Promise<unknown>[]) => Promise.all(promises),
};

type ReturnWhen = keyof typeof NATIVE;

type Wait = (
  promises: Promise<unknown>[],
  options: { returnWhen: ReturnWhen; timeout?: number },
) => Promise<Record<'done' | 'pending', Set<Promise<unknown>>>>;

const waiting = fc.record({
  all: works().filter(({ length }) => length > 0),
  returnWhen: fc.constantFrom(...(Object.keys(NATIVE) as ReturnWhen[])),
  timeout: fc.option(ms),
});

test.each(answersTo('04-wait/2-wait'))('%s, as race, all and allSettled of Node', async (file) => {
  const { wait } = await referenceOf<{ wait: Wait }>(file);
  await expectSame(
    waiting,
    async ({ all, returnWhen, timeout }, lab) => {
      const promises = jobsIn(lab, all).map((job) => job());
      const limit = timeout === null ? {} : { timeout };
      const { done, pending } = await wait(promises, { returnWhen, ...limit });
      return [done, pending].map((set) =>
        all.filter((_, i) => set.has(promises[i] as Promise<unknown>)).map(({ name }) => name),
      );
    },
    async ({ all, returnWhen, timeout }, lab) => {
      const promises = jobsIn(lab, all).map((job) => job());
      const done = new Set<unknown>();
      for (const promise of promises)
        promise.then(
          () => done.add(promise),
          () => done.add(promise),
        );
      let timer: NodeJS.Timeout | undefined;
      const limit = new Promise((resolve) => {
        if (timeout !== null) timer = setTimeout(resolve, timeout);
      });
      await Promise.race([NATIVE[returnWhen](promises), limit]).catch(() => {});
      clearTimeout(timer);
      const isDone = (i: number) => done.has(promises[i]);
      const names = (which: boolean) =>
        all.filter((_, i) => isDone(i) === which).map(({ name }) => name);
      return [names(true), names(false)];
    },
  );
});
