import { expect, test } from 'vitest';
import { batchesOf } from './batches.ts';

test.each([
  [
    9,
    [
      [3, 1, 4, 1],
      [5, 4],
    ],
  ],
  [8, [[3, 1, 4], [1, 5], [4]]],
  [4, [[3, 1], [4], [1], [5], [4]]],
])('of 3, 1, 4, 1, 5 and 4, %i at most together: %j', (most, batches) => {
  expect(batchesOf([3, 1, 4, 1, 5, 4], (size) => size, most)).toEqual(batches);
});
