import { describe } from 'vitest';
import { eachMoment, expect, observe, test } from '#lab';
import type { Later } from './moments.ts';

/** What the check says of each moment, in full; it fails at those that are named. */
async function saidBy(check: (later: Later) => Promise<void>): Promise<string> {
  try {
    await eachMoment("'d' asks", "'a' has ended", check);
  } catch (error) {
    return (error as Error).message;
  }
  return 'nothing';
}

/** How many microtasks pass until it acts. */
const hopsOf = async (later: Later) => {
  let hops = 0;
  let hasActed = false;
  void later(() => {
    hasActed = true;
  });
  while (!hasActed) {
    hops++;
    await undefined;
  }
  return hops;
};

describe('each moment', () => {
  test('is right after the event, and 1 to 6 microtasks after it', async () => {
    const moments: number[] = [];
    expect(await saidBy(async (later) => void moments.push(await hopsOf(later)))).toBe('nothing');
    expect(moments).toEqual([0, 1, 2, 3, 4, 5, 6]);
  });

  test('is told in words', async () => {
    const said: string[] = [];
    for (const wrong of [0, 1, 2]) {
      const text = await saidBy(async (later) => {
        if ((await hopsOf(later)) === wrong) throw new Error('wrong');
      });
      said.push(text);
    }
    expect(said).toEqual([
      "When 'd' asks right after 'a' has ended:\nwrong",
      "When 'd' asks 1 microtask after 'a' has ended:\nwrong",
      "When 'd' asks 2 microtasks after 'a' has ended:\nwrong",
    ]);
  });

  test('comes in the midst of a run, at the same ms, and settles as what happens there', () =>
    eachMoment("'d' asks", "'a' has ended", async (later) => {
      const ends = [{}, { failsWith: 'no bread' }];
      const [kept, failed] = await Promise.all(
        ends.map((end) =>
          observe(({ job }) => job('a', 13)().then(() => later(() => job('d', 7, end)()))),
        ),
      );
      expect(kept).toStartAt({ a: 0, d: 13 });
      expect(kept).toGive('D');
      expect(failed).toRejectWith('no bread', 20);
    }));

  test('passes on what is thrown there', () =>
    eachMoment("'d' asks", "'a' has ended", async (later) => {
      const acts = () => {
        throw 'no bread';
      };
      expect(await observe(() => later(acts))).toRejectWith('no bread', 0);
    }));

  test('finds the moment in which a place is free, and its waiter has not taken it yet', async () => {
    const said = await saidBy(async (later) => {
      let wake = () => {};
      let isFree = false;
      const woken = new Promise<void>((resolve) => {
        wake = resolve;
      });
      const waiter = woken.then(() => {
        isFree = false;
      });
      const ended = Promise.resolve();
      const newcomer = ended.then(() => later(() => isFree));
      void ended.then(() => {
        isFree = true;
        wake();
      });
      await waiter;
      if (await newcomer) throw new Error('It was free.');
    });
    expect(said).toBe("When 'd' asks 1 microtask after 'a' has ended:\nIt was free.");
  });
});
