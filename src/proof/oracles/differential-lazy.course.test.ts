/**
 * The references of sleep, lazy and no-zalgo, and every other right attempt at them, against what others
 * have built: Node's own timers, p-lazy and p-memoize. The same random script in virtual time: everybody
 * hears the same at the same ms.
 *
 * Differences in contract, and how they are kept out:
 * - Who waits for whose promise hears a microtask or two later. Nobody promises how many; so what each one
 *   hears is compared by itself, and not in the order within one ms.
 * - `lazy` calls `f` in `then` itself, and what `f` throws goes to the caller; p-lazy makes a rejection of
 *   it. `f` gives a promise, as its type says.
 * - p-memoize gives a promise; `get` calls back, as late as it likes: right-states takes a timer.
 */
import { setTimeout as wait } from 'node:timers/promises';
import fc from 'fast-check';
import PLazy from 'p-lazy';
import pMemoize from 'p-memoize';
import { test } from 'vitest';
import type { Lab } from '../../lab/scene/scenario.ts';
import { answersNamed, expectSame, works } from './differential.ts';
import { Heard } from './heard.ts';

type Io<T> = () => Promise<T>;
type Callback = (error: unknown, value?: unknown) => void;
type Lazy = (f: Io<unknown>) => PromiseLike<unknown>;
type MakeGet = (
  load: (key: string) => Promise<unknown>,
) => (key: string, callback: Callback) => void;

const sleeps = await answersNamed<(ms: number) => Promise<void>>('01-coroutines/2-sleep', 'sleep');
const lazies = await answersNamed<Lazy>('01-coroutines/4-lazy', 'lazy');
const makeGets = await answersNamed<MakeGet>('05-kitchen/6-no-zalgo', 'makeGet');

const ms = fc.integer({ min: 1, max: 9 });

test.each(sleeps)("%s, as Node's own", (_file, sleep) => {
  const together = (all: number[], nap: (ms: number) => Promise<unknown>, lab: Lab) =>
    Promise.all(
      all.map(async (one, i) => {
        await nap(one);
        lab.log(`${i}`);
      }),
    );
  return expectSame(
    fc.array(ms, { maxLength: 8 }),
    (all, lab) => together(all, sleep, lab),
    (all, lab) => together(all, (one) => wait(one), lab),
  );
});

test.each(lazies)('%s, as p-lazy', (_file, lazy) => {
  const script = fc.record({
    takes: ms,
    fails: fc.boolean(),
    awaitedAt: fc.array(ms, { maxLength: 5 }),
  });
  const play =
    (make: Lazy) =>
    async (
      { takes, fails, awaitedAt }: { takes: number; fails: boolean; awaitedAt: number[] },
      lab: Lab,
    ) => {
      const heard = new Heard(lab);
      const promise = make(lab.job('a', takes, { fails }));
      awaitedAt.forEach((at, i) => {
        lab.at(at, () => heard.listen(i, promise));
      });
      await lab.sleep(30);
      return heard.all;
    };
  return expectSame(
    script,
    play(lazy),
    play((f) => PLazy.from(f)),
  );
});

test.each(makeGets)('%s, as p-memoize', (file, makeGet) => {
  const asked = fc.array(fc.record({ at: ms, key: fc.constantFrom('a', 'b') }), { maxLength: 6 });
  const script = fc.record({ asked, loads: works(12).filter(({ length }) => length > 0) });
  type Script = typeof script extends fc.Arbitrary<infer One> ? One : never;
  const play =
    (make: MakeGet) =>
    async ({ asked, loads }: Script, lab: Lab) => {
      const heard = new Heard(lab);
      const next: Record<string, number> = {};
      const get = make((key) => {
        next[key] = (next[key] ?? -1) + 1;
        const { takes, fails } = loads[next[key] % loads.length] as (typeof loads)[number];
        return lab.job(`${key} ${next[key]}`, takes, { fails })();
      });
      asked.forEach(({ at, key }, i) => {
        lab.at(at, () => get(key, (error, value) => heard.note(i, error ?? value)));
      });
      await lab.sleep(40);
      return heard.all;
    };
  return expectSame(
    script,
    play(makeGet),
    play((load) => {
      const memoized = pMemoize(load);
      return (key, callback) => {
        const tell: Callback = file.endsWith('right-states')
          ? (...result) => setTimeout(() => callback(...result), 0)
          : callback;
        memoized(key).then((value) => tell(null, value), tell);
      };
    }),
  );
});
