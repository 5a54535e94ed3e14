import { describe, expect, test } from 'vitest';
import { inTurns, peakIn } from './figures.ts';

test('the peak is that of what was there at the same time', () => {
  const notes = ['1 10', '2 100', '2 70', '1 20', '3 50', '1 30', '3 90', '1 20'];
  expect(peakIn(`${notes.join('\n')}\n`)).toBe(30 + 90);
});

describe('turns', () => {
  const each = (...seconds: number[]) => {
    let turn = 0;
    return async () => seconds[turn++] as number;
  };

  test('the first one does not count', async () => {
    const ours = each(100, 3, 2, 9);
    expect(await inTurns(3, ours, each(50, 1, 1, 2))).toEqual({
      ours: 3,
      floor: 1,
      ratio: 3,
      samples: 3,
    });
  });

  test('the first one counts if it is to be the only one', async () => {
    expect(await inTurns(1, each(6), each(2))).toMatchObject({ ratio: 3, samples: 1 });
  });

  test('the first one counts if there is time for no other', async () => {
    expect(await inTurns(3, each(6), each(2), 0)).toMatchObject({ ratio: 3, samples: 1 });
  });
});
