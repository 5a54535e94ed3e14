import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, expect, onTestFinished, test } from 'vitest';
import { writeFiles } from '../../../testing/miniature.ts';
import { FILE, type Kept, putAside, readKept, removeKept, writeKept } from './kept.ts';
import { firstOpen } from './ready.ts';

let root = '';
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'learn-async-'));
  onTestFinished(() => rmSync(root, { recursive: true }));
});

const KEPT: Kept = {
  seed: 7,
  pages: 12,
  n: 3,
  delay: 50,
  isReference: false,
  loaded: [{ url: 'http://alpha.test/', outcome: '200' }],
  judged: { requests: 1, complaints: {} },
  ms: 100,
  state: { seen: [], waiting: [] },
};

test('what was kept is read again, until the crawl is over', () => {
  expect(readKept(root)).toBe(undefined);
  writeKept(root, KEPT);
  expect(readKept(root)).toEqual(KEPT);
  writeKept(root, { ...KEPT, ms: 200 });
  expect(readKept(root)).toEqual({ ...KEPT, ms: 200 });
  expect(readdirSync(join(root, '.learn-async'))).toEqual(['crawl.json']);
  removeKept(root);
  expect(readKept(root)).toBe(undefined);
});

test.each(Object.keys(KEPT))('a crawl without %s is none', (key) => {
  const text = JSON.stringify({ ...KEPT, [key]: undefined });
  writeFiles(root, { [FILE]: text });
  expect(() => readKept(root)).toThrow('something is missing in it. Nothing was changed.');
  expect(readFileSync(join(root, FILE), 'utf8')).toBe(text);
});

test.each(['', '{"seed":7,', 'null', '[]', '"a"', '{"loaded":[null]}'])(
  '%j is no crawl',
  (text) => {
    writeFiles(root, { [FILE]: text });
    expect(() => readKept(root)).toThrow('cannot be read');
    expect(readFileSync(join(root, FILE), 'utf8')).toBe(text);
  },
);

test('what starts again puts the old one aside, whatever it is', () => {
  expect(putAside(root)).toBe(undefined);
  writeFiles(root, { [FILE]: 'half' });
  const copy = putAside(root) as string;
  expect(copy).toMatch(/^\.learn-async\/saved\/crawl\/.*\.json$/);
  expect(readFileSync(join(root, copy), 'utf8')).toBe('half');
  expect(readKept(root)).toBe(undefined);
});

const stub = "export const it = () => {\n  throw new Error('TODO: write it()');\n};\n";

test('the first kata that is missing, or has a TODO, is still to do', () => {
  expect(firstOpen(root, true)).toEqual({ name: '1-frontier', isMissing: true });
  const files = ['1-frontier', '2-load', '3-crawl', '4-stop', '5-progress'];
  writeFiles(root, Object.fromEntries(files.map((name) => [`${name}.ts`, stub])));
  for (const name of files) {
    expect(firstOpen(root, true)).toEqual({ name, isMissing: false });
    writeFiles(root, { [`${name}.ts`]: stub.replace('  throw', '  // throw') });
  }
  expect(firstOpen(root, true)).toBe(undefined);
  rmSync(join(root, '5-progress.ts'));
  expect(firstOpen(root, true)).toEqual({ name: '5-progress', isMissing: true });
  expect(firstOpen(root, false)).toBe(undefined);
});
