import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { matchers } from './matchers.ts';

/** Of runs, and of interleavings. */
const FOLDERS = ['laws', 'explore/interleavings/laws'].map((name) =>
  join(import.meta.dirname, name),
);

const textOf = (file: string) => readFileSync(file, 'utf8');

/** Each law, and the file that it is in. */
const laws = FOLDERS.flatMap((folder) => readdirSync(folder).map((name) => join(folder, name)))
  .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
  .flatMap((file) =>
    [...textOf(file).matchAll(/^export function (to[A-Z]\w+)/gm)].map(
      ([, name]) => [name as string, file] as const,
    ),
  );

test('a matcher is a law, and a law a matcher', () => {
  expect(Object.keys(matchers).sort()).toEqual(laws.map(([name]) => name).sort());
});

test.each(laws)('%s is shown in a test beside it', (name, file) => {
  expect(textOf(file.replace('.ts', '.test.ts'))).toContain(`${name}(`);
});
