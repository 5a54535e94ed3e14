import { expect, test } from 'vitest';
import type { KataStanding, TestStanding } from '../../judging/standing.ts';
import { styleFor } from '../../text/style.ts';
import { renderKata, renderNext } from './kata.ts';

const stands = (state: TestStanding['state'], count: number, title: string) =>
  Array.from({ length: count }, (_, i) => ({ title: `${title} ${i}`, state, message: 'It is.' }));

const standing = (tests: readonly object[]) =>
  ({
    kata: { id: '01-long/1-many', name: '1-many', typed: '1-many' },
    status: 'failing',
    isReference: false,
    tests,
  }) as unknown as KataStanding;

const page = (tests: readonly object[]) => {
  const [one, style] = [standing(tests), styleFor(false, true, 60)];
  return `\n${renderKata(one, style)}\n\n${renderNext(one, 'once', style)}\n`;
};

test('of a long list, tests that pass are counted, and the page says how to see another failure', () => {
  const tests = [
    ...stands('passed', 20, 'accepts one that is right, no.'),
    ...stands(
      'failed',
      2,
      'notices wrong-long: It takes many more words than a line has room for, no.',
    ),
    ...stands('passed', 9, 'accepts another, no.'),
  ];
  expect(page(tests)).toMatchInlineSnapshot(`
    "
      1-many  katas/01-long/1-many.ts  29 of 31 tests pass
      ✗ notices wrong-long: It takes many more words than a lin…
      ✗ notices wrong-long: It takes many more words than a lin…
      ✓ 29 tests passed

      notices wrong-long: It takes many more words than a line
      has room for, no. 0

      It is.

      spec     katas/01-long/1-many.spec.ts
      another  npx vitest run 01-long/1-many.spec -t "wrong-long"
      read     npm run lesson 1-many
      stuck?   npm run hint 1-many
      on save  npm run watch
    "
  `);
});

test('when only one of many was run, the others are counted', () => {
  const tests = [...stands('skipped', 30, 'one'), ...stands('failed', 1, 'the other')];
  expect(page(tests)).toContain('\n  ✗ the other 0\n  · 30 tests were not run\n\n  the other 0\n');
  expect(page(tests)).not.toContain('another');
});
