// A clock of install(), and one table: which load takes how long, and what is to be seen.
import { deepEqual } from 'node:assert/strict';
import { install } from '@sinonjs/fake-timers';

type Latest = (
  load: (query: string) => Promise<unknown>,
  show: (answer: unknown) => void,
) => (query: string) => Promise<unknown>;

export async function check(latest: Latest): Promise<void> {
  const clock = install({ now: 0 });
  try {
    const play = async (...loads: [at: number, takes: number, fails?: object][]) => {
      const start = clock.now;
      const seen: unknown[] = [];
      let next = 0;
      const search = latest(
        async () => {
          const [at, takes, fails] = loads[next++] ?? [0, 0];
          seen.push([clock.now - start, 'loads', next]);
          const own = next;
          await new Promise((resolve) => setTimeout(resolve, takes));
          if (fails) throw fails;
          return [at, own];
        },
        (answer) => seen.push([clock.now - start, 'shows', answer]),
      );
      const ends: unknown[] = [];
      for (const [i, [at]] of loads.entries()) {
        await clock.tickAsync(start + at - clock.now);
        search('the same query').then(
          () => ends.push([clock.now - start, i]),
          (error) => ends.push([clock.now - start, i, error]),
        );
        deepEqual(seen.at(-1), [at, 'loads', i + 1]);
      }
      await clock.tickAsync(500);
      return [...seen.filter((one) => !(one as unknown[]).includes('loads')), ...ends];
    };
    const reason = { no: 'answer' };
    deepEqual(await play([0, 50], [10, 10], [15, 15]), [
      [30, 'shows', [15, 3]],
      [20, 1],
      [30, 2],
      [50, 0],
    ]);
    deepEqual(await play([0, 5], [10, 10], [15, 15]), [
      [5, 'shows', [0, 1]],
      [30, 'shows', [15, 3]],
      [5, 0],
      [20, 1],
      [30, 2],
    ]);
    deepEqual(await play([0, 50], [10, 10, reason]), [
      [20, 1, reason],
      [50, 0],
    ]);
    deepEqual(await play([0, 15, reason], [10, 10]), [
      [20, 'shows', [10, 2]],
      [15, 0],
      [20, 1],
    ]);
    const shown: unknown[] = [];
    const fields = ['f', 'g'].map((name) =>
      latest(
        async (query) => new Promise((resolve) => setTimeout(() => resolve(query), 10)),
        (answer) => shown.push([name, answer]),
      ),
    );
    for (const field of fields) void field('q');
    await clock.tickAsync(20);
    deepEqual(shown, [
      ['f', 'q'],
      ['g', 'q'],
    ]);
  } finally {
    clock.uninstall();
  }
}
