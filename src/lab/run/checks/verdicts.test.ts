import { expect, test } from 'vitest';
import type { Verdict } from './verdict.ts';
import { type Maker, verdictsOf } from './verdicts.ts';

const verdict = (kind: 'returned' | 'stopped') =>
  ({ kind: kind === 'stopped' ? 'hangs' : 'passes', trace: { outcome: { kind } } }) as Verdict;

/** Subjects are their names, and a check loops with some of them. */
async function trying(names: readonly string[], loopsWith: string): Promise<string[]> {
  const tried: string[] = [];
  const makers = names.map((name) => () => name);
  const verdictOf = verdictsOf(makers[0] as Maker<string>, async (make) => {
    tried.push(make());
    return verdict(loopsWith.includes(make()) ? 'stopped' : 'returned');
  });
  for (const make of [...makers, ...makers]) await verdictOf(make, {});
  return tried;
}

test('each subject is tried once, whichever tests ask', async () => {
  expect(await trying(['right', 'a', 'b'], '')).toEqual(['right', 'a', 'b']);
});

test('a check that loops with one subject still judges the others', async () => {
  expect(await trying(['right', 'a', 'b', 'c'], 'a')).toEqual(['right', 'a', 'b', 'c']);
});

test('no other is tried when three had to be ended by force, or the right one', async () => {
  expect(await trying(['right', 'a', 'b', 'c', 'd'], 'abc')).toEqual(['right', 'a', 'b', 'c']);
  expect(await trying(['right', 'a', 'b'], 'right')).toEqual(['right']);
});

test('a subject in a file is loaded when it is needed, and each run gets a new one', async () => {
  const loaded: string[] = [];
  const subject = {
    load: async () => {
      loaded.push('it');
      return () => ({});
    },
  };
  const made: object[] = [];
  const verdictOf = verdictsOf<object>(subject, async (make) => {
    made.push(make(), make());
    return verdict('returned');
  });
  expect(loaded).toEqual([]);
  await verdictOf(subject, {});
  expect([loaded, made[0] === made[1]]).toEqual([['it'], false]);
});
