import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { createCourse, FATES } from '../testing/miniature.ts';
import { type Kata, katasOf } from './katas.ts';
import { findChapter, findKatas, nearestName } from './names.ts';

const course = [
  '01-coroutines/3-in-order',
  '01-coroutines/2-sleep',
  '03-gather/1-gather',
  '03-gather/4-gather-props',
  '04-wait/2-wait',
  '04-wait/4-wait-with-cancel',
].map((id) => ({ id, chapter: id.split('/')[0], name: id.split('/')[1] }) as Kata);

const root = '/course';

test.each([
  ['3-in-order', '01-coroutines/3-in-order'],
  ['in-order', '01-coroutines/3-in-order'],
  ['order', '01-coroutines/3-in-order'],
  ['01/3', '01-coroutines/3-in-order'],
  ['1/3', '01-coroutines/3-in-order'],
  ['coroutines/in-order', '01-coroutines/3-in-order'],
  ['katas/01-coroutines/3-in-order.ts', '01-coroutines/3-in-order'],
  ['./katas/01-coroutines/3-in-order.spec.ts', '01-coroutines/3-in-order'],
  ['katas\\01-coroutines\\3-in-order.spec.ts:12', '01-coroutines/3-in-order'],
  ['/course/solutions/01-coroutines/3-in-order.ts', '01-coroutines/3-in-order'],
  ['gather', '03-gather/1-gather'],
  ['wait', '04-wait/2-wait'],
  ['4-wait-with-cancel', '04-wait/4-wait-with-cancel'],
])('%s means %s', (name, id) => {
  expect(findKatas(course, name, root).map((kata) => kata.id)).toEqual([id]);
});

test('a chapter means all its katas', () => {
  const all = ['01-coroutines/3-in-order', '01-coroutines/2-sleep'];
  for (const name of ['01', '01-coroutines', 'coroutines', 'katas/01-coroutines/']) {
    expect(findKatas(course, name, root).map((kata) => kata.id)).toEqual(all);
  }
});

test('nothing means nothing', () => {
  for (const name of ['nonsense', '99', '', ' ', '-', '/', '../katas/01-coroutines/2-sleep.ts'])
    expect(findKatas(course, name, root)).toEqual([]);
});

test('the folder of all katas means all of them', () => {
  for (const name of ['katas', 'katas/', './solutions'])
    expect(findKatas(course, name, root)).toEqual(course);
});

test('a path is read from where npm was called', () => {
  const { root, remove } = createCourse(FATES);
  onTestFinished(remove);
  vi.stubEnv('INIT_CWD', join(root, 'katas', '01-fates'));
  const katas = katasOf(root);
  const ids = (name: string) => findKatas(katas, name, root).map(({ id }) => id);
  expect(ids('../02-broken/1-syntax.ts')).toEqual(['02-broken/1-syntax']);
  expect(ids('1-done.spec.ts')).toEqual(['01-fates/1-done']);
  expect(ids('.')).toEqual(katas.filter((it) => it.chapter === '01-fates').map(({ id }) => id));
  vi.unstubAllEnvs();
});

test.each([
  ['01', '01-coroutines'],
  ['coroutines', '01-coroutines'],
  ['katas/04-wait/README.md', '04-wait'],
  ['03', '03-gather'],
  // These are katas.
  ['gather', undefined],
  ['in-order', undefined],
  ['01/3', undefined],
])('%s is the chapter %s', (name, chapter) => {
  expect(findChapter(course, name, root)).toBe(chapter);
});

test('a misspelt name has a nearest one', () => {
  expect(nearestName(course, 'in-ordr', root)).toBe('in-order');
  expect(nearestName(course, 'slep', root)).toBe('sleep');
  expect(nearestName(course, 'corutines', root)).toBe('coroutines');
  expect(nearestName(course, 'xyz', root)).toBeUndefined();
});
