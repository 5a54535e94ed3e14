import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { HOME } from '../course/home.ts';
import { createCourse, FATES, runCommand } from './miniature.ts';

/** JSON with comments, which stand on lines of their own. */
const read = (file: string) =>
  JSON.parse(readFileSync(join(HOME, file), 'utf8').replace(/^\s*\/\/.*$/gm, ''));

const { root, remove } = createCourse(FATES);
afterAll(remove);

test.each([
  '.vscode/extensions.json',
  '.vscode/launch.json',
  '.vscode/settings.json',
  '.vscode/tasks.json',
  '.devcontainer/devcontainer.json',
])('%s can be read', (file) => {
  expect(read(file)).toBeTypeOf('object');
});

test('every script that a task runs exists', () => {
  const { scripts } = read('package.json');
  const run = read('.vscode/tasks.json').tasks.map(
    ({ command, args }: { command: string; args: string[] }) => {
      expect(command).toBe('npm');
      return args[0] === 'run' ? args[1] : args[0];
    },
  );
  expect(run).toEqual(['watch', 'test', 'hint', 'compare']);
  expect(Object.keys(scripts)).toEqual(expect.arrayContaining(run));
});

test.each([
  'katas/01-fates/2-failing.ts',
  'katas\\01-fates\\2-failing.ts',
  'katas/01-fates/2-failing.spec.ts',
])('the debugger runs the kata in view when %s is open', async (relativeFile) => {
  const [configuration] = read('.vscode/launch.json').configurations;
  const { program, args } = configuration;
  const [command, ...names] = args.map((arg: string) =>
    arg.replace(/\$\{relativeFile\}/, relativeFile),
  );
  expect(`node ${program.replace(/^\$\{workspaceFolder\}\//, '')} ${command}`).toBe(
    read('package.json').scripts.test,
  );
  const { stdout } = await runCommand(root, command, ...names);
  expect(stdout).toContain('2-failing  katas/01-fates/2-failing.ts  1 of 2 tests pass');
});
