import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, expect, onTestFinished, test } from 'vitest';
import { HOME } from '../course/home.ts';
import { createCourse, writeFiles } from '../testing/miniature.ts';

const CACHE = 'node_modules/.cache/learn-async';

let root = '';
let remove = () => {};

beforeEach(() => {
  ({ root, remove } = createCourse({
    'package.json': '{ "dependencies": { "rolldown": "*" } }',
    'src/greet/hello.ts': `import { started } from '../start/started.mjs';
import { name } from './name.ts';

started.hasRun = true;
const [word = 'nobody']: string[] = process.argv.slice(2);
console.log(\`hello \${word} of \${name}, from \${import.meta.dirname}\`);
`,
    'src/greet/name.ts': "export const name: string = 'Ann';\n",
  }));
  cpSync(join(HOME, 'src', 'start'), join(root, 'src', 'start'), { recursive: true });
});

afterEach(() => remove());

/** What a command prints; fails with what it says of a failure. */
function start(...args: string[]): Promise<string> {
  return startIn(root, ...args);
}

function startIn(root: string, ...args: string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    execFile(
      process.execPath,
      [join(root, 'src', 'start', 'start.mjs'), ...args],
      (error, stdout) => (error ? reject(error) : resolve(stdout)),
    );
  });
}

const greeting = (word: string, name: string, place = root) =>
  `hello ${word} of ${name}, from ${join(place, 'src', 'greet')}\n`;

/** Below the cache, the files of each place of the course have a folder. */
/** Beside them is what Node has compiled. */
const files = () =>
  readdirSync(join(root, CACHE), { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.name.includes('.mjs'),
  );

const made = () => {
  const [file] = files();
  return statSync(join(file?.parentPath ?? '', file?.name ?? '')).mtimeMs;
};

test('a command is made into one file of JavaScript, once', async () => {
  expect(await start('greet/hello', 'Bob')).toBe(greeting('Bob', 'Ann'));
  const first = made();
  expect(await start('greet/hello', 'Eve')).toBe(greeting('Eve', 'Ann'));
  expect(made()).toBe(first);
  expect(files().map(({ name }) => name)).toEqual(['greet-hello.mjs']);
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

test('a course that was moved runs from its new place, also where the old one has a copy', async () => {
  await start('greet/hello');
  const moved = join(root, '..', `${basename(root)}-moved`);
  renameSync(root, moved);
  onTestFinished(() => rmSync(moved, { recursive: true }));
  expect(await startIn(moved, 'greet/hello', 'Bob')).toBe(greeting('Bob', 'Ann', moved));
  cpSync(moved, root, { recursive: true, preserveTimestamps: true });
  writeFiles(root, { 'src/greet/name.ts': "export const name = 'Cleo';\n" });
  expect(await start('greet/hello', 'Bob')).toBe(greeting('Bob', 'Cleo'));
  expect(await startIn(moved, 'greet/hello', 'Bob')).toBe(greeting('Bob', 'Ann', moved));
});

test('what is started and is no command fails, and says so', async () => {
  writeFiles(root, { 'src/greet/silent.ts': 'export {};\n' });
  await expect(start('greet/silent')).rejects.toThrow(
    'Nothing was run: src/greet/silent.ts is no command of this course.',
  );
});

/** Loads the larger file of the lab, and prints what is another one afterwards. */
const LOAD_AHEAD = `
import { pathToFileURL } from 'node:url';
import { aheadOfLab, bundleOf } from './src/start/bundle.mjs';

const holders = [
  ...[globalThis, process, Promise, Promise.prototype, Date, AbortSignal, MessagePort.prototype],
  ...['fs', 'timers', 'timers/promises', 'worker_threads', 'child_process'].map(process.getBuiltinModule),
];
// Node makes some of its own only when they are asked for.
for (const key of Reflect.ownKeys(globalThis)) globalThis[key];
const look = () => new Map(holders.flatMap((holder, i) => Reflect.ownKeys(holder).map((key) => {
  const { value, get } = Reflect.getOwnPropertyDescriptor(holder, key);
  return [i + String(key), value ?? get];
})).concat(process.eventNames().map((name) => ['on ' + String(name), process.listenerCount(name)])));

await bundleOf('lab/index');
const before = look();
await import(pathToFileURL(aheadOfLab()).href);
console.log([...look()].filter(([key, value]) => !Object.is(before.get(key), value)).map(([key]) => key));
`;

test('most of the lab can be loaded ahead, and that changes nothing but where it keeps things', async () => {
  const args = ['--input-type=module', '-e', LOAD_AHEAD];
  const { stdout } = await promisify(execFile)(process.execPath, args, { cwd: HOME });
  expect(stdout).toBe("[ '0Symbol(learn-async)' ]\n");
});
