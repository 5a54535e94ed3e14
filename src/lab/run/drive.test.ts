import { expect, test } from 'vitest';
import { observe } from '#lab';
import type { Lab } from '../scene/scenario.ts';

test.each<[string, RegExp, (lab: Lab) => unknown]>([
  [
    'an interval',
    /50,000 timers fired one after another, and nothing else happened/,
    () => new Promise(() => setInterval(() => {}, 10)),
  ],
  [
    'immediates',
    /50,000 immediates ran .* The clock does not move while an immediate is queued/,
    async () => {
      for (;;) await new Promise(setImmediate);
    },
  ],
  [
    'many timers in each ms',
    /50,000 timers fired one after another/,
    async () => {
      const poll = async () => {
        for (;;) await new Promise((resolve) => setTimeout(resolve, 1));
      };
      await Promise.all(Array.from({ length: 900 }, poll));
    },
  ],
  [
    'work',
    /20,000 steps of work came one after another/,
    async ({ job }) => {
      for (;;) await job('a', 10)();
    },
  ],
  [
    'errors in a timer',
    /1,000 errors came one after another/,
    () =>
      new Promise(() => {
        setInterval(() => {
          throw new Error('again');
        }, 1);
      }),
  ],
  [
    'unhandled rejections',
    /1,000 errors came one after another/,
    () =>
      new Promise(() => {
        setInterval(() => Promise.reject(new Error('again')), 1);
      }),
  ],
  [
    'errors in ticks',
    /1,000 errors came one after another/,
    () => {
      const again = () => {
        process.nextTick(again);
        throw new Error('again');
      };
      process.nextTick(again);
      return new Promise(() => {});
    },
  ],
])('%s without an end: the run is stopped', async (_, reason, scenario) => {
  const { outcome } = await observe(scenario, { mayLeave: ['rejection', 'throw', 'timer'] });
  expect(outcome).toMatchObject({
    kind: 'stopped',
    reason: { message: expect.stringMatching(reason) },
  });
});
