import { afterAll, expect, test } from 'vitest';
import { katasOf } from '../course.ts';
import { createCourse, PROVEN } from '../miniature.ts';
import { batchesOf } from './batches.ts';

const { root, remove } = createCourse(PROVEN);
afterAll(remove);

/** With its stub, its reference and five attempts it has seven files. */
const [kata] = katasOf(root);

test.each([
  [21, [3]],
  [20, [2, 1]],
  [14, [2, 1]],
  [13, [1, 1, 1]],
  [1, [1, 1, 1]],
])('three katas of seven files, %i at most: %j', (most, sizes) => {
  const batches = batchesOf(Array(3).fill(kata), most);
  expect(batches.map(({ length }) => length)).toEqual(sizes);
});
