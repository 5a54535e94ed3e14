// Writes down when `f` is called, and with what, and compares the whole list.
import { deepStrictEqual } from 'node:assert';
import { install } from '@sinonjs/fake-timers';

type Debounce = (f: (...args: unknown[]) => void, ms: number) => (...args: unknown[]) => void;

export async function check(debounce: Debounce): Promise<void> {
  const clock = install({ now: 0 });
  try {
    const log: unknown[] = [];
    const f = debounce((...args) => log.push(['f', clock.now, ...args]), 30);
    const g = debounce((...args) => log.push(['g', clock.now, ...args]), 100);
    const calls: [ms: number, call: () => void][] = [
      [0, () => f('a')],
      [5, () => g(1, 2, 3)],
      [20, () => f('b')],
      [45, () => f('c', undefined)],
      [200, () => f()],
    ];
    for (const [ms, call] of calls) {
      clock.tick(ms - clock.now);
      call();
    }
    clock.tick(5000);
    deepStrictEqual(log, [
      ['f', 75, 'c', undefined],
      ['g', 105, 1, 2, 3],
      ['f', 230],
    ]);
  } finally {
    clock.uninstall();
  }
}
