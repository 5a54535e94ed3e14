// Work that takes times of its own under fake timers, and a log compared whole.
import { expect, vi } from 'vitest';

type Limit = (
  n: number,
  items: readonly string[],
  f: (item: string) => Promise<unknown>,
) => Promise<unknown[]>;

export async function check(limit: Limit): Promise<void> {
  vi.useFakeTimers();
  try {
    const log: string[] = [];
    const start = Date.now();
    const note = (what: string) => log.push(`${Date.now() - start} ${what}`);
    const times: Record<string, number> = { a: 40, b: 10, c: 25, d: 25, e: 5 };
    const f = async (item: string) => {
      note(`+${item}`);
      await new Promise((resolve) => setTimeout(resolve, times[item]));
      if (item === 'd') throw reason;
      note(`-${item}`);
      return item.toUpperCase();
    };
    const reason = new Error('no bread');
    const run = async (items: string[]) => {
      log.length = 0;
      const from = Date.now() - start;
      let outcome: unknown;
      limit(2, items, f).then(
        (values) => {
          note(values.join(' '));
          outcome = values;
        },
        (error) => {
          note(error === reason ? 'reason' : 'another error');
        },
      );
      note('called');
      await vi.advanceTimersByTimeAsync(500);
      return [from, outcome, log.map((line) => line.replace(/^\d+/, (ms) => `${+ms - from}`))];
    };
    expect(await run(['a', 'b', 'c', 'e'])).toEqual([
      0,
      ['A', 'B', 'C', 'E'],
      ['0 +a', '0 +b', '0 called', '10 -b', '10 +c', '35 -c', '35 +e', '40 -a', '40 -e', '40 A B C E'],
    ]);
    expect((await run([])).at(-1)).toEqual(['0 called', '0 ']);
    const [, , failed] = await run(['a', 'd', 'b', 'c', 'e']);
    expect(failed).toEqual(['0 +a', '0 +d', '0 called', '25 reason', '40 -a']);
  } finally {
    vi.useRealTimers();
  }
}
