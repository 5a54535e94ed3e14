import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { HOME } from './home.ts';
import { createCourse, writeFiles } from './miniature.ts';

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
  for (const file of OF_COMMANDS) copyFileSync(join(HOME, 'src', file), join(root, 'src', file));
});

afterEach(() => remove());

const start = (...args: string[]) =>
  execFileSync(process.execPath, [join(root, 'src', 'start.mjs'), ...args], {
    encoding: 'utf8',
    stdio: 'pipe',
  });

const greeting = (word: string, name: string) =>
  `hello ${word} of ${name}, from ${join(root, 'src', 'greet')}\n`;

const made = () => statSync(join(root, CACHE, 'greet-hello.mjs')).mtimeMs;

test('a command is made into one file of JavaScript, once', () => {
  expect(start('greet/hello', 'Bob')).toBe(greeting('Bob', 'Ann'));
  const first = made();
  expect(start('greet/hello', 'Eve')).toBe(greeting('Eve', 'Ann'));
  expect(made()).toBe(first);
  expect(readdirSync(join(root, CACHE))).toEqual(['greet-hello.mjs']);
});

test('what is changed is what runs next', () => {
  start('greet/hello');
  writeFiles(root, { 'src/greet/name.ts': "export const name = 'Cleo';\n" });
  expect(start('greet/hello', 'Bob')).toBe(greeting('Bob', 'Cleo'));
  rmSync(join(root, 'src/greet/name.ts'));
  expect(() => start('greet/hello', 'Bob')).toThrow('name.ts');
});

test('a command runs where nothing can be written, too', () => {
  mkdirSync(join(root, 'node_modules'));
  writeFiles(root, { 'node_modules/.cache': 'a file in the place of the folder' });
  expect(start('greet/hello', 'Bob')).toBe(greeting('Bob', 'Ann'));
});
