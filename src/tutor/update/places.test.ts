import { expect, test } from 'vitest';
import { followed, placesOf } from './places.ts';

const place = (from: string, before: string[], after: string[], renamed: [string, string][] = []) =>
  placesOf(before, after, new Map(renamed)).get(from);

test('the same name is the same kata, with another number, in another chapter', () => {
  expect(place('01-a/1-nap', ['01-a/1-nap'], ['01-a/1-nap', '02-b/1-nap'])).toBe('01-a/1-nap');
  expect(place('01-a/1-nap', ['01-a/1-nap'], ['01-a/2-nap', '02-b/1-nap'])).toBe('01-a/2-nap');
  expect(place('01-a/1-nap', ['01-a/1-nap'], ['03-a/2-nap', '02-b/1-nap'])).toBe('03-a/2-nap');
  expect(place('01-a/1-nap', ['01-a/1-nap'], ['01-a/1-doze', '02-b/1-nap'])).toBe('02-b/1-nap');
});

test('two that change places are not taken for each other', () => {
  const places = placesOf(['01-a/1-nap', '01-a/2-doze'], ['01-a/1-doze', '01-a/2-nap'], new Map());
  expect([...places]).toEqual([
    ['01-a/1-nap', '01-a/2-nap'],
    ['01-a/2-doze', '01-a/1-doze'],
  ]);
});

test('of two with one name, each is itself', () => {
  const before = ['01-a/5-order', '05-b/7-order'];
  expect(place('05-b/7-order', before, ['01-a/5-order', '06-c/1-order'])).toBe('06-c/1-order');
  // The other one was there before, so it is not where this one went.
  expect(place('01-a/5-order', before, ['05-b/7-order'])).toBe(undefined);
  expect(place('01-a/5-order', before, ['02-c/1-order', '03-d/1-order'])).toBe(undefined);
});

test('a new name is known from git', () => {
  const after = ['01-a/1-doze', '01-a/2-new'];
  expect(place('01-a/1-nap', ['01-a/1-nap'], after)).toBe(undefined);
  expect(place('01-a/1-nap', ['01-a/1-nap'], after, [['01-a/1-nap', '01-a/1-doze']])).toBe(
    '01-a/1-doze',
  );
});

test('renames in a row are followed to the last', () => {
  const steps = [
    ['a', 'b'],
    ['x', 'y'],
    ['b', 'c'],
    ['c', 'd'],
  ] as const;
  expect([...followed(steps)]).toEqual([
    ['a', 'd'],
    ['x', 'y'],
  ]);
});
