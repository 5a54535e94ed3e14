import { afterAll, expect, test } from 'vitest';
import { createCourse, runCommand, specOf, UNTOUCHED } from '../testing/miniature.ts';

const hints = ['When?', 'Where?', 'How?'].map(
  (text, i) => `<details><summary>Hint ${i + 1}: a step</summary>\n\n${text}\n\n</details>\n`,
);

const { root, remove } = createCourse({
  'katas/01-first/1-both.spec.ts': specOf('1-both'),
  'katas/01-first/1-both.ts': UNTOUCHED,
  'katas/01-first/2-again.spec.ts': specOf('2-again'),
  'katas/01-first/2-again.ts': UNTOUCHED,
  'katas/01-first/README.md': `# 01 The first\n\nWhat it is about.\n\n## 1-both\n\nStory.\n\n${hints.join('')}\n## 2-again\n\nMore.\n`,
  'katas/02-first/1-first.spec.ts': specOf('1-first'),
  'katas/02-first/1-first.ts': UNTOUCHED,
});
afterAll(remove);

const lesson = (...args: string[]) => runCommand(root, 'tutor/lesson', ...args);
const hint = (...args: string[]) => runCommand(root, 'tutor/hint', ...args);

test('npm run lesson with a chapter shows its introduction and its katas', async () => {
  const { stdout, stderr, code } = await lesson('01');
  expect(stdout).toMatchInlineSnapshot(`
    "
      01 The first

      What it is about.

      1-both   npm run lesson 1-both
      2-again  npm run lesson 2-again

    "
  `);
  expect(stderr).toBe('');
  expect(code).toBe(0);
  expect((await lesson('01-first')).stdout).toBe(stdout);
  expect((await lesson('katas/01-first/README.md')).stdout).toBe(stdout);
});

test('a kata with the name of a chapter comes first', async () => {
  expect((await lesson('first')).stderr).toBe('The lesson of 02-first/1-first is missing.\n');
  expect((await lesson('02')).stderr).toBe('The lesson of 02-first is missing.\n');
});

test('npm run hint shows one step more at each call, or the one that is asked for', async () => {
  const first = await hint('both');
  expect(first.stdout).toMatchInlineSnapshot(`
    "
      1-both, hint 1: a step

      When?

      2 more: npm run hint 1-both

    "
  `);
  expect((await hint('both')).stdout).toContain('Where?');
  expect((await hint('both', '1')).stdout).toBe(first.stdout);
  // Looking back does not lose one's place.
  expect((await hint()).stdout).toMatchInlineSnapshot(`
    "
      1-both, hint 3: a step

      How?

      That was the last one. See also: npm run lesson 1-both

    "
  `);
  expect((await hint('2')).stdout).toContain('Where?');
  expect((await hint('both')).stdout).toContain('How?');
});

test('a step or hints that are not there are told', async () => {
  expect(await hint('both', '4')).toMatchInlineSnapshot(`
    {
      "code": 2,
      "stderr": "01-first/1-both has 3 hints; got 4.
    ",
      "stdout": "",
    }
  `);
  expect(await hint('both', '0')).toMatchInlineSnapshot(`
    {
      "code": 2,
      "stderr": "01-first/1-both has 3 hints; got 0.
    ",
      "stdout": "",
    }
  `);
  expect(await hint('again')).toMatchInlineSnapshot(`
    {
      "code": 2,
      "stderr": "There are no hints for 01-first/2-again.
    ",
      "stdout": "",
    }
  `);
});
