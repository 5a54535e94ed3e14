import { expect, test } from 'vitest';
import { ordinal } from './english.ts';

test('ordinal: the teens are like the fourth', () => {
  expect([1, 2, 3, 4, 11, 12, 13, 21, 102, 111].map(ordinal).join(' ')).toBe(
    '1st 2nd 3rd 4th 11th 12th 13th 21st 102nd 111th',
  );
});
