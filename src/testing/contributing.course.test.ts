import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { HOME } from '../course/home.ts';
import { matchers } from '../lab/matchers.ts';

const page = ['CONTRIBUTING.md', 'docs/kinds.md']
  .map((file) => readFileSync(join(HOME, file), 'utf8'))
  .join('\n');
const named = (pattern: RegExp) => [
  ...new Set([...page.matchAll(pattern)].map(([, name]) => name as string)),
];

test('every script that authors are told to run exists', () => {
  const { scripts } = JSON.parse(readFileSync(join(HOME, 'package.json'), 'utf8'));
  const run = named(/npm run ([a-z]+)/g);
  expect(run).toContain('verify');
  expect(run.filter((name) => !(name in scripts))).toEqual([]);
});

test('every matcher that authors are told of exists', () => {
  const told = named(/\b(to[A-Z]\w+)/g);
  expect(told).toContain('toTake');
  expect(told.filter((name) => !(name in matchers))).toEqual([]);
});

test('every file that authors are told of exists', () => {
  const told = named(/`((?:src|\.vscode)\/[\w./-]+)`/g);
  expect(told).toContain('src/lab/matchers.ts');
  expect(told.filter((name) => !existsSync(join(HOME, name)))).toEqual([]);
});
