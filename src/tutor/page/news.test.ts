import { afterAll, expect, test } from 'vitest';
import {
  createCourse,
  DONE,
  FAILING,
  runCommand,
  specOf,
  writeFiles,
} from '../../testing/miniature.ts';

const { root, remove } = createCourse({
  'katas/01-first/1-both.spec.ts': specOf('1-both'),
  'katas/01-first/1-both.ts': FAILING,
  'katas/01-first/README.md':
    '## 1-both\n\nStory.\n\n## What you know now\n\n- Calling starts.\n- Awaiting waits.\n\nSo far.\n',
  'katas/02-second/1-again.spec.ts': specOf('1-again'),
  'katas/02-second/1-again.ts': FAILING,
  'solutions/01-first/1-both.ts': DONE,
  'solutions/02-second/1-again.ts': DONE,
});
afterAll(remove);
const run = async (...args: string[]) => (await runCommand(root, 'tutor/test', ...args)).stdout;
const NEWS = 'What you know now';

test('references complete no chapter', async () => {
  expect(await run('--solutions')).not.toContain(NEWS);
  expect(await run()).not.toContain(NEWS);
});

test('a chapter just complete says what is known now, once', async () => {
  writeFiles(root, { 'katas/01-first/1-both.ts': DONE });
  expect((await run()).split('1-again')[0]).toMatchInlineSnapshot(`
    "
      ✓ 01 First is done. What you know now:

      - Calling starts.
      - Awaiting waits.

      ━━━━━━━━━━━━━━━━━━━━────────────────────  1 of 2 katas done

      01 First   ━━━━━━━━━━  1 of 1  ✓
      02 Second  ──────────  0 of 1  ✗

      "
  `);
  expect(await run()).not.toContain(NEWS);
});

test('it says so again when the chapter is done again', async () => {
  writeFiles(root, { 'katas/01-first/1-both.ts': FAILING });
  expect(await run('both')).not.toContain(NEWS);
  writeFiles(root, { 'katas/01-first/1-both.ts': DONE });
  expect(await run('again')).not.toContain(NEWS);
  expect(await run('both')).toMatchInlineSnapshot(`
    "
      ✓ 01 First is done. What you know now:

      - Calling starts.
      - Awaiting waits.

      1-both  katas/01-first/1-both.ts  2 of 2 tests pass
      ✓ runs both at the same time
      ✓ gives both results

      compare  npm run compare 1-both

    "
  `);
});

test('a memory that cannot be read is none', async () => {
  writeFiles(root, { '.learn-async/chapters.json': '{' });
  expect(await run()).toContain(NEWS);
  expect(await run()).not.toContain(NEWS);
});
