import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Timer } from './timer.ts';
import { TimerList } from './timer-list.ts';

/** More than leave a list without gaps, and few enough that most are added and deleted more than once. */
const TIMERS = 150;

test('is a set in the order of adding, however many are added and deleted', () => {
  const number = fc.integer({ min: 0, max: TIMERS - 1 });
  fc.assert(
    fc.property(fc.array(number, { minLength: TIMERS, maxLength: TIMERS * 10 }), (numbers) => {
      const timers = Array.from({ length: TIMERS }, (_, id) => ({ id }) as Timer);
      const list = new TimerList();
      const set = new Set<Timer>();
      for (const n of numbers) {
        const timer = timers[n] as Timer;
        const wasThere = set.delete(timer);
        expect(list.delete(timer)).toBe(wasThere);
        if (!wasThere) {
          list.add(timer);
          set.add(timer);
        }
        expect(list.size).toBe(set.size);
        expect(list.find(({ id }) => id === n)).toBe(wasThere ? undefined : timer);
      }
      expect(list.all).toEqual([...set]);
    }),
    { numRuns: 30 },
  );
});
