import { execFileSync } from 'node:child_process';
import { afterAll, expect, test } from 'vitest';
import { createCourse, FATES, PLAIN, runCommandIn } from '../testing/miniature.ts';

const { root, remove } = createCourse(FATES);
afterAll(remove);

const examine = async (terminal: Record<string, string>) => {
  const { code, stdout } = await runCommandIn(terminal, root, 'tutor/doctor');
  const steady = stdout
    .replaceAll(/\S*miniature-\S*/g, '<course>')
    .replace(/v\d+\.\d+\.\d+/, 'v<node>')
    .replace(/\d+\.\d+[\w.() -]*(?=, and this is)/, '<git>')
    .replace(/after \d+ ms/, 'after <n> ms');
  return { code, page: steady };
};

test('npm run doctor looks at everything that the course needs', async () => {
  execFileSync('git', ['init', '-q'], { cwd: root });
  execFileSync(
    'git',
    ['-c', 'user.name=a', '-c', 'user.email=a@b', 'commit', '-q', '--allow-empty', '-m', 'one'],
    { cwd: root },
  );
  const { code, page } = await examine({ ...PLAIN, VISUAL: 'an-editor', COLUMNS: '70' });
  expect(page).toMatchInlineSnapshot(`
    "
      ✓ Node      v<node>
      ✓ packages  7 packages, as package.json wants them
      ✓ folder    <course>
      ✓ git       <git>, and this is a clone
      ✓ editor    an-editor (from $VISUAL)
      ✓ saves     the system reports a saved file after <n> ms
      ✓ terminal  70 columns, no colours, pictures with ━ and ✓

      The course runs here.

    "
  `);
  expect(code).toBe(0);
});

test('what is missing comes with what to do', async () => {
  const { code, page } = await examine({ LC_ALL: 'C', VISUAL: '', EDITOR: '', PATH: '' });
  expect(page).toMatchInlineSnapshot(`
    "
      + Node      v<node>
      + packages  7 packages, as package.json wants them
      + folder    <course>
      . git       reset and update need git, but there is no program called git.
                  Everything else works.
      . editor    No editor was found: set VISUAL to the command that starts yours.
      + saves     the system reports a saved file after <n> ms
      . terminal  80 columns, no colours, pictures in ASCII, as LANG says no UTF-8

      The course runs here.

    "
  `);
  expect(code).toBe(0);
});
