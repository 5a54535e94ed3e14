import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { HOME } from '../../course/home.ts';
import { katasOf } from '../../course/katas.ts';
import { createScratch } from '../../course/keep.ts';
import { createCourse, runCommand, specOf, UNTOUCHED } from '../../testing/miniature.ts';
import { styleFor } from '../../text/style.ts';
import { bringPackages } from './bring.ts';
import { SOURCE } from './course.ts';
import { renderPackages } from './page.ts';
import { PASS, tryAnswers } from './run.ts';

test('packages that cannot be brought are told in a sentence', () => {
  const { root, remove } = createScratch(HOME, 'bring');
  const npm = join(root, 'npm.mjs');
  writeFileSync(npm, 'process.exit(1);\n');
  const said = vi.spyOn(console, 'error').mockImplementation(() => {});
  expect(bringPackages(SOURCE, join(root, 'course'), npm)).toBe(false);
  expect(said.mock.lastCall?.[0]).toContain('could not be brought. This needs the network');
  // What is there, in the versions of the lock, is not brought again.
  writeFileSync(npm, "import { mkdirSync } from 'node:fs';\nmkdirSync('node_modules');\n");
  expect(bringPackages(SOURCE, join(root, 'course'), npm)).toBe(true);
  writeFileSync(npm, 'process.exit(1);\n');
  expect(bringPackages(SOURCE, join(root, 'course'), npm)).toBe(true);
  said.mockRestore();
  remove();
});

const kept = { name: 'kept', version: '1.0.0', main: 'index.js' };

test('a right answer that fails in one of the orders is a problem, and so is a wrong one that says something else', async () => {
  const answer = "import { all } from 'kept';\nexport const both = (a, b) => all([a(), b()]);\n";
  const { root, remove } = createCourse({
    'katas/01-a/1-both.spec.ts': specOf('1-both'),
    'katas/01-a/1-both.ts': UNTOUCHED,
    'node_modules/kept/package.json': JSON.stringify(kept),
    'node_modules/kept/index.js': 'exports.all = (promises) => Promise.all(promises);\n',
    'solutions/01-a/1-both.ts':
      "import 'kept';\nexport const both = (a, b) => Promise.all([a(), b()]);\n",
    'solutions/01-a/1-both/right-all.ts': `// All.\n${answer}`,
    'solutions/01-a/1-both/right-lost.ts': `// Lost.\n${answer.replace('a(), b()', 'a()')}`,
    'solutions/01-a/1-both/wrong-all.ts': `// Says: one after another\n${answer}`,
    'solutions/01-a/1-both/wrong-one.ts': `// Says: expected [ 'A', 'B' ]\n${answer.replace('a(), b()', 'a()')}`,
  });
  const { ok, answers, problems } = await tryAnswers(root, katasOf(root));
  remove();
  expect(ok).toBe(false);
  expect(problems.map((problem) => problem.split(/[:»]/)[0])).toEqual([
    '01-a/1-both/right-lost.ts is right, and fails «gives both results',
    '01-a/1-both/wrong-all.ts is wrong, and «one after another',
  ]);
  expect(answers[0]).toMatchObject({ alone: PASS, crowd: [PASS, PASS] });
});

test('the page is a table of packages, then problems, then the verdict', () => {
  const [kata, file, says] = ['01-a/1-both', 'f', undefined];
  const answer = {
    kata,
    file,
    says,
    name: 'right-a.ts',
    kind: 'right',
    packages: ['a 1.0.0'],
  } as const;
  const page = renderPackages(
    {
      ok: false,
      problems: ['01-a/1-both/right-a.ts is right, and fails.'],
      answers: [{ ...answer, alone: PASS, crowd: [PASS, 'no'] }],
    },
    styleFor(false, true),
  );
  expect(page).toMatchInlineSnapshot(`
    "package  kata    answer  alone   crowd
    ───────  ──────  ──────  ──────  ───────────────
    a 1.0.0  1-both  right   passes  passes or fails

    01-a/1-both/right-a.ts is right, and fails.

    1 problem with 1 answer."
  `);
});

test('--packages comes alone', async () => {
  const { root, remove } = createCourse({ 'katas/01-a/1-both.spec.ts': specOf('1-both') });
  const { code, stderr } = await runCommand(root, 'proof/prove', '--packages', '--write');
  remove();
  expect([code, stderr]).toEqual([2, '--packages comes alone; got --write as well.\n']);
  expect(existsSync(join(SOURCE, 'answers'))).toBe(true);
});
