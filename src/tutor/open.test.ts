import { join } from 'node:path';
import { afterAll, afterEach, expect, test, vi } from 'vitest';
import { createCourse, FATES, runCommand } from '../testing/miniature.ts';

const { root, remove } = createCourse({
  ...FATES,
  'my editor.mjs': 'console.log(JSON.stringify(process.argv.slice(2)));',
  'broken editor.mjs': 'process.exit(3);',
});
const open = (...args: string[]) => runCommand(root, 'tutor/open', ...args);
afterAll(remove);
afterEach(() => {
  vi.unstubAllEnvs();
});

test('npm run open starts the editor with stub and spec', async () => {
  vi.stubEnv('VISUAL', `"${process.execPath}" "${join(root, 'my editor.mjs')}" -n`);
  const { code, stdout } = await open();
  const kata = join(root, 'katas', '01-fates', '2-failing');
  expect(JSON.parse(stdout)).toEqual(['-n', `${kata}.ts`, `${kata}.spec.ts`]);
  expect(code).toBe(0);
});

test('an editor that ends badly is heard of', async () => {
  vi.stubEnv('VISUAL', '');
  vi.stubEnv('EDITOR', `"${process.execPath}" "${join(root, 'broken editor.mjs')}"`);
  expect((await open('untouched')).code).toBe(3);
});

test('without an editor it says the paths', async () => {
  vi.stubEnv('VISUAL', '');
  vi.stubEnv('EDITOR', '');
  vi.stubEnv('PATH', '');
  expect(await open('untouched')).toMatchInlineSnapshot(`
    {
      "code": 0,
      "stderr": "",
      "stdout": "
      stub  katas/01-fates/3-untouched.ts
      spec  katas/01-fates/3-untouched.spec.ts

      Set VISUAL to the command of your editor, and it opens them.

    ",
    }
  `);
});

test('what is gone is not opened', async () => {
  expect(await open('3-gone')).toMatchInlineSnapshot(`
    {
      "code": 2,
      "stderr": "katas/02-broken/3-gone.ts is gone. This brings the stub back:

      npm run reset 3-gone
    ",
      "stdout": "",
    }
  `);
});
