// The scheduler of fast-check settles the loads, in many orders.
import { deepEqual, equal } from 'node:assert/strict';
import fc from 'fast-check';

type Latest = (
  load: (query: string) => Promise<unknown>,
  show: (answer: unknown) => void,
) => (query: string) => Promise<unknown>;

const turn = () => new Promise((resolve) => setImmediate(resolve));

const query = fc.record({ field: fc.nat(1), text: fc.constantFrom('a', 'b'), fails: fc.boolean() });

export async function check(latest: Latest): Promise<void> {
  const property = fc.asyncProperty(
    fc.scheduler(),
    fc.array(query, { minLength: 1, maxLength: 5 }),
    async (s, queries) => {
      const shown: unknown[] = [];
      const states: unknown[] = queries.map(() => 'pending');
      let own = 0;
      const fields = [0, 1].map(() =>
        latest(
          async () => {
            const i = own;
            await s.schedule(Promise.resolve(), `${i}`);
            order.push(i);
            if (queries[i]?.fails) throw queries[i];
            return i;
          },
          (answer) => shown.push(answer),
        ),
      );
      const order: number[] = [];
      for (const [i, { field, text }] of queries.entries()) {
        own = i;
        fields[field]?.(text).then(
          () => {
            states[i] = 'fulfilled';
          },
          (reason) => {
            states[i] = reason === queries[i] ? 'rejected' : 'another reason';
          },
        );
        equal(s.count(), i + 1);
      }
      const last = [0, 1].map((field) => queries.findLastIndex((one) => one.field === field));
      while (s.count() > 0) {
        await s.waitOne();
        await turn();
        const isSettled = (i: number) => order.includes(i);
        deepEqual(
          shown,
          order.filter((i) => last.includes(i) && !queries[i]?.fails),
        );
        const expected = queries.map(({ fails }, i) =>
          !isSettled(i) ? 'pending' : fails && last.includes(i) ? 'rejected' : 'fulfilled',
        );
        deepEqual(states, expected);
      }
    },
  );
  await fc.assert(property, { numRuns: 60, seed: 11, endOnFailure: true });
}
