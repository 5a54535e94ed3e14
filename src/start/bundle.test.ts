import { execFile } from 'node:child_process';
import { copyFileSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { HOME } from '../course/home.ts';
import { createCourse, writeFiles } from '../testing/miniature.ts';

const OF_COMMANDS = ['bundle.mjs', 'start.mjs', 'typescript.mjs'];
const CACHE = 'node_modules/.cache/learn-async';

let root = '';
let remove = () => {};

beforeEach(() => {
  ({ root, remove } = createCourse({
    'src/greet/hello.ts': `import { name } from './name.ts';

const [word = 'nobody']: string[] = process.argv.slice(2);
console.log(\`hello \${word} of \${name}, from \${import.meta.dirname}\`);
`,
    'src/greet/name.ts': "export const name: string = 'Ann';\n",
  }));
  mkdirSync(join(root, 'src', 'start'));
  for (const file of OF_COMMANDS)
    copyFileSync(join(HOME, 'src', 'start', file), join(root, 'src', 'start', file));
});

afterEach(() => remove());

/** What a command prints; fails with what it says of a failure. */
function start(...args: string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    execFile(
      process.execPath,
      [join(root, 'src', 'start', 'start.mjs'), ...args],
      (error, stdout) => (error ? reject(error) : resolve(stdout)),
    );
  });
}

const greeting = (word: string, name: string) =>
  `hello ${word} of ${name}, from ${join(root, 'src', 'greet')}\n`;

const made = () => statSync(join(root, CACHE, 'greet-hello.mjs')).mtimeMs;

test('a command is made into one file of JavaScript, once', async () => {
  expect(await start('greet/hello', 'Bob')).toBe(greeting('Bob', 'Ann'));
  const first = made();
  expect(await start('greet/hello', 'Eve')).toBe(greeting('Eve', 'Ann'));
  expect(made()).toBe(first);
  expect(readdirSync(join(root, CACHE))).toEqual(['greet-hello.mjs']);
});

test('what is changed is what runs next', async () => {
  await start('greet/hello');
  writeFiles(root, { 'src/greet/name.ts': "export const name = 'Cleo';\n" });
  expect(await start('greet/hello', 'Bob')).toBe(greeting('Bob', 'Cleo'));
  rmSync(join(root, 'src/greet/name.ts'));
  await expect(start('greet/hello', 'Bob')).rejects.toThrow('name.ts');
});

test('a command runs where nothing can be written, too', async () => {
  mkdirSync(join(root, 'node_modules'));
  writeFiles(root, { 'node_modules/.cache': 'a file in the place of the folder' });
  expect(await start('greet/hello', 'Bob')).toBe(greeting('Bob', 'Ann'));
});
