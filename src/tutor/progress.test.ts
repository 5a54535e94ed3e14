import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { createCourse, DONE, FAILING, FATES, runCommand, specOf } from '../testing/miniature.ts';

const { root, remove } = createCourse({
  ...FATES,
  'katas/03-noise/1-noisy.spec.ts': specOf('1-noisy'),
  'katas/03-noise/1-noisy.ts': `console.log('noise');\nprocess.stdout.write('noise\\n');\n${DONE}`,
});
afterAll(remove);

test('npm run progress shows the standing of the whole course', async () => {
  const { code, stdout } = await runCommand(root, 'tutor/progress');
  expect(stdout).toMatchInlineSnapshot(`
    "
      ━━━━━━━━━━──────────────────────────────  2 of 8 katas done

      01 Fates   ━━━───────  1 of 3  ✓ ✗ ·
      02 Broken  ──────────  0 of 4  ✗ ✗ ✗ ✗
      03 Noise   ━━━━━━━━━━  1 of 1  ✓

      ✓ 2 done   ✗ 5 in progress   · 1 not started

      next  npm test 2-failing

    "
  `);
  expect(code).toBe(0);
});

test('npm run progress -- --json prints its object and nothing else', async () => {
  const { code, stdout } = await runCommand(root, 'tutor/progress', '--json');
  expect(JSON.parse(stdout)).toMatchInlineSnapshot(`
    {
      "done": 2,
      "katas": [
        {
          "kata": "01-fates/1-done",
          "status": "done",
        },
        {
          "kata": "01-fates/2-failing",
          "status": "failing",
        },
        {
          "kata": "01-fates/3-untouched",
          "status": "untouched",
        },
        {
          "kata": "02-broken/1-syntax",
          "status": "failing",
        },
        {
          "kata": "02-broken/2-no-export",
          "status": "failing",
        },
        {
          "kata": "02-broken/3-gone",
          "status": "failing",
        },
        {
          "kata": "02-broken/4-throws",
          "status": "failing",
        },
        {
          "kata": "03-noise/1-noisy",
          "status": "done",
        },
      ],
      "next": "01-fates/2-failing",
      "total": 8,
    }
  `);
  expect(code).toBe(0);
});

test('a course all done has no next kata', async () => {
  const done = createCourse({
    'katas/01-fates/1-done.spec.ts': specOf('1-done'),
    'katas/01-fates/1-done.ts': DONE,
  });
  const text = await runCommand(done.root, 'tutor/progress');
  const json = await runCommand(done.root, 'tutor/progress', '--json');
  done.remove();
  expect(text.stdout.split('What you know')[0]).toMatchInlineSnapshot(`
    "
      ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━  1 of 1 katas done

      01 Fates  ━━━━━━━━━━  1 of 1  ✓

      ✓ 1 done   ✗ 0 in progress   · 0 not started

      ✓ All tests of all katas pass.

      "
  `);
  expect(JSON.parse(json.stdout)).toMatchInlineSnapshot(`
    {
      "done": 1,
      "katas": [
        {
          "kata": "01-fates/1-done",
          "status": "done",
        },
      ],
      "next": null,
      "total": 1,
    }
  `);
});

test('misuse of npm run progress is told in a sentence', async () => {
  expect(await runCommand(root, 'tutor/progress', 'done')).toMatchInlineSnapshot(`
    {
      "code": 2,
      "stderr": "npm run progress is about the whole course. For one kata:

      npm test done
    ",
      "stdout": "",
    }
  `);
  const empty = createCourse({});
  const ended = await runCommand(empty.root, 'tutor/progress', '--json');
  empty.remove();
  expect(ended).toMatchInlineSnapshot(`
    {
      "code": 2,
      "stderr": "There is no kata here: run the command in the folder of the course.
    ",
      "stdout": "",
    }
  `);
});

test('npm run progress -- --keepsake writes a page with a timeline of each kata that is done', async () => {
  const { code, stdout } = await runCommand(root, 'tutor/progress', '--keepsake');
  expect(stdout).toMatchInlineSnapshot(`
    "
      The timelines of your answers to 2 of 8 katas are on a page for any browser,
      in one file:

      .learn-async/keepsake.html

    "
  `);
  expect(code).toBe(0);
  const page = readFileSync(join(root, '.learn-async', 'keepsake.html'), 'utf8');
  const [, ...headings] = page.split('<h2>').map((part) => part.split('</h2>')[0]);
  expect(headings).toEqual(['01 Fates', '03 Noise']);
  expect([...page.matchAll(/class="heading"[^>]*>([^<]*)/g)].map(([, name]) => name)).toEqual([
    '1-done',
    '1-noisy',
  ]);
});

test('where no kata is done there is nothing to keep', async () => {
  const course = createCourse({
    'katas/01-first/1-both.spec.ts': specOf('1-both'),
    'katas/01-first/1-both.ts': FAILING,
  });
  const { code, stderr } = await runCommand(course.root, 'tutor/progress', '--keepsake');
  expect(stderr).toContain('No kata is done yet, so there is nothing to keep.');
  expect(code).toBe(2);
  expect(existsSync(join(course.root, '.learn-async', 'keepsake.html'))).toBe(false);
  course.remove();
});
