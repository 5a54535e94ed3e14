// Lets the scheduler of fast-check settle the work, in many orders.
import { deepEqual, equal } from 'node:assert/strict';
import fc from 'fast-check';

type Limit = (
  n: number,
  items: readonly string[],
  f: (item: string) => Promise<unknown>,
) => Promise<unknown[]>;

const turn = () => new Promise((resolve) => setImmediate(resolve));

export async function check(limit: Limit): Promise<void> {
  await fc.assert(
    fc.asyncProperty(fc.scheduler(), fc.integer({ min: 0, max: 5 }), async (s, length) => {
      const items = Array.from({ length }, (_, i) => `${i}`);
      const started: string[] = [];
      let settled = 0;
      const f = async (item: string) => {
        started.push(item);
        await s.schedule(Promise.resolve(), item);
        settled++;
        return `result ${item}`;
      };
      let outcome: unknown = 'pending';
      limit(2, items, f).then(
        (values) => {
          outcome = values;
        },
        () => {},
      );
      for (;;) {
        await turn();
        equal(started.join(), items.slice(0, settled + 2).join());
        equal(outcome === 'pending', settled < length);
        if (settled === length || s.count() === 0) break;
        await s.waitOne();
      }
      deepEqual(
        outcome,
        items.map((item) => `result ${item}`),
      );
    }),
    { numRuns: 20, seed: 5 },
  );
  const started: string[] = [];
  const rejects: ((reason: unknown) => void)[] = [];
  const fulfils: ((value: unknown) => void)[] = [];
  const f = (item: string) => {
    started.push(item);
    return new Promise((resolve, reject) => {
      fulfils.push(resolve);
      rejects.push(reject);
    });
  };
  const reason = Symbol('no bread');
  let failed: unknown;
  limit(2, ['a', 'b', 'c', 'd'], f).catch((error) => {
    failed = error;
  });
  equal(started.join(), 'a,b');
  rejects[0]?.(reason);
  await turn();
  equal(failed, reason);
  fulfils[1]?.('B');
  await turn();
  equal(started.join(), 'a,b');
}
