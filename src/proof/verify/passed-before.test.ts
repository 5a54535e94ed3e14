import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { createCourse, FATES, writeFiles } from '../../testing/miniature.ts';
import { PassedBefore } from './passed-before.ts';

const SOFTWARE = {
  'src/lab/clock.ts': 'export const now = 0;\n',
  'src/lab/clock.test.ts': "test('now', () => {});\n",
  'src/testing/lessons.course.test.ts': "test('lessons', () => {});\n",
  'vitest.config.ts': 'export default {};\n',
  'package.json': '{}',
  'package-lock.json': '{}',
};

function verified() {
  const { root, remove } = createCourse({ ...FATES, ...SOFTWARE });
  onTestFinished(remove);
  new PassedBefore(root).note('lab', { passed: 12, failed: [] });
  return root;
}

test('what never passed is not recalled, and each step has a memory of its own', () => {
  const root = verified();
  expect(new PassedBefore(root).recall('oracle')).toBeUndefined();
  new PassedBefore(root).note('oracle', { passed: 3, failed: [] });
  expect(new PassedBefore(root).recall('oracle')).toBe(3);
  expect(new PassedBefore(root).recall('lab')).toBe(12);
});

test.each([
  ['katas/01-fates/1-done.ts'],
  ['katas/01-fates/1-done.spec.ts'],
  ['solutions/01-fates/1-done/wrong-order.ts'],
  ['README.md'],
  ['src/testing/lessons.course.test.ts'],
])('%s may change: the tests of the software do not read it', (file) => {
  const root = verified();
  writeFiles(root, { [file]: '// Changed.\n' });
  expect(new PassedBefore(root).recall('lab')).toBe(12);
});

test.each([
  ['src/lab/clock.ts'],
  ['src/lab/clock.test.ts'],
  ['src/lab/new.ts'],
  ['src/tutor/play/pages/page.txt'],
  ['vitest.config.ts'],
  ['package.json'],
  ['package-lock.json'],
])('all of it runs again when %s has changed', (file) => {
  const root = verified();
  writeFiles(root, { [file]: '// Changed.\n' });
  expect(new PassedBefore(root).recall('lab')).toBeUndefined();
});

test('all of it runs again when a file of the software is gone', () => {
  const root = verified();
  rmSync(join(root, 'src/lab/clock.test.ts'));
  expect(new PassedBefore(root).recall('lab')).toBeUndefined();
});

test('all of it runs again with other options of Node', () => {
  const root = verified();
  vi.stubEnv('NODE_OPTIONS', '--max-old-space-size=100');
  onTestFinished(() => void vi.unstubAllEnvs());
  expect(new PassedBefore(root).recall('lab')).toBeUndefined();
});

test('what has failed since is not recalled', () => {
  const root = verified();
  new PassedBefore(root).note('lab', { passed: 11, failed: ['now'] });
  expect(new PassedBefore(root).recall('lab')).toBeUndefined();
});

test('what is changed in the middle of a run counts as changed', () => {
  const root = verified();
  const before = new PassedBefore(root);
  writeFiles(root, { 'src/lab/clock.ts': 'export const now = 1;\n' });
  before.note('lab', { passed: 12, failed: [] });
  expect(new PassedBefore(root).recall('lab')).toBeUndefined();
});
