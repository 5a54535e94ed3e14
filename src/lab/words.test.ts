import { expect, test } from 'vitest';
import { show } from './words.ts';

class NoBread extends Error {
  readonly shelf = 3;
}

test.each<[unknown, string]>([
  [[1, 'a', undefined], "[ 1, 'a', undefined ]"],
  [new NoBread('no bread'), "NoBread('no bread')"],
  [['A', new Error('b failed')], "[ 'A', Error('b failed') ]"],
  [{ why: new Error('no', { cause: 'no fish' }) }, "{ why: Error('no', { cause: 'no fish' }) }"],
  [new AggregateError([new Error('a')], 'all'), "AggregateError([ Error('a') ], 'all')"],
  [{ soup: Promise.resolve('SOUP') }, '{ soup: Promise {…} }'],
  [new Set([Promise.resolve()]), 'Set(1) { Promise {…} }'],
  [Object.assign([], { 2: 'C' }), "[ <2 empty items>, 'C' ]"],
])('show writes a value as a learner would: %#', (value, text) => {
  expect(show(value)).toBe(text);
});
