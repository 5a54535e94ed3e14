import { expect, test } from 'vitest';
import { Computing } from './computing.ts';

/** A process whose two clocks stand where it is told. */
function clocksOfOurs() {
  const clocks = { real: 0, cpu: 0 };
  const computing = new Computing(() => [clocks.real, clocks.cpu]);
  const pass = (real: number, cpu: number) => {
    clocks.real += real;
    clocks.cpu += cpu;
  };
  return { computing, pass };
}

test('the longest stretch of computing is told, with who computed and when', () => {
  const { computing, pass } = clocksOfOurs();
  computing.begin();
  pass(120, 110);
  computing.look({ at: 0, by: 'f()' });
  computing.begin();
  pass(400, 300);
  computing.look({ at: 50, by: 'g()' });
  computing.begin();
  pass(100, 90);
  computing.look({ at: 60, by: 'h()' });
  expect(computing.told).toEqual({ realMs: 500, at: 50, by: 'g()' });
});

test('short ones are not, and neither are waits, work of other threads, or time that has passed here', () => {
  const { computing, pass } = clocksOfOurs();
  for (const [real, cpu] of [
    [49, 49],
    [500, 5],
    [5, 500],
  ] as const) {
    computing.begin();
    pass(real, cpu);
    computing.look({ at: 0, by: 'f()' });
  }
  computing.begin();
  pass(300, 300);
  computing.look({ at: 0, by: 'f()', isCounted: true });
  expect(computing.told).toBeUndefined();
});
