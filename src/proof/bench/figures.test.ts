import { expect, test } from 'vitest';
import { peakIn } from './figures.ts';

test('the peak is that of what was there at the same time', () => {
  const notes = ['1 10', '2 100', '2 70', '1 20', '3 50', '1 30', '3 90', '1 20'];
  expect(peakIn(`${notes.join('\n')}\n`)).toBe(30 + 90);
});
