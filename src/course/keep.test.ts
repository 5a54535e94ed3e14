import {
  mkdirSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { HOME } from './home.ts';
import { createScratch, hasRoom, remember, replaceFile } from './keep.ts';

function scratch(): string {
  const { root, remove } = createScratch(HOME, 'keep');
  onTestFinished(remove);
  return root;
}

test('a file is replaced, and where a link leads, the file behind it', () => {
  const root = scratch();
  const [file, link] = [join(root, 'a.ts'), join(root, 'b.ts')];
  writeFileSync(file, 'old');
  replaceFile(file, 'new');
  expect(readFileSync(file, 'utf8')).toBe('new');
  if (process.platform !== 'win32') {
    symlinkSync(file, link);
    replaceFile(link, 'newer');
    expect(readFileSync(file, 'utf8')).toBe('newer');
    expect(readdirSync(root).sort()).toEqual(['a.ts', 'b.ts']);
  }
});

test('where the new text cannot be written, the old one stays', () => {
  const file = join(scratch(), 'a.ts');
  writeFileSync(file, 'old');
  // As when the disk is full: what is written first has no place.
  mkdirSync(`${file}.${process.pid}.tmp`);
  expect(() => replaceFile(file, 'new')).toThrow();
  expect(readFileSync(file, 'utf8')).toBe('old');
});

test('a folder that cannot be made has no room, and remembers nothing', () => {
  const root = scratch();
  expect(hasRoom(join(root, 'kept'))).toBe(true);
  expect(readdirSync(join(root, 'kept'))).toEqual([]);
  writeFileSync(join(root, '.learn-async'), 'a file in the place of the folder');
  expect(hasRoom(join(root, '.learn-async'))).toBe(false);
  expect(remember(root, 'hints', {})).toBe(false);
});

test('what a process that was killed has left for a while goes after a day, and nothing else', () => {
  const root = scratch();
  const kept = join(root, '.learn-async');
  const passing = ['miniature-abc123', 'last-words-12.json'];
  const others = ['saved', 'at-hand.json', 'miniature-new456'];
  for (const name of [...passing, ...others]) mkdirSync(join(kept, name), { recursive: true });
  const before = (Date.now() - 25 * 3_600_000) / 1000;
  for (const name of [...passing, 'saved', 'at-hand.json'])
    utimesSync(join(kept, name), before, before);
  createScratch(root, 'next').remove();
  expect(readdirSync(kept).sort()).toEqual(others.sort());
});
