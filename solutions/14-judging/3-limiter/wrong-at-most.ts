// Asks only that no more than two are in flight. One after another is no more than two.
// Fails: notices that it starts one after another
// Fails: notices that it waits for a whole batch
// Fails: notices that it starts them from the end
// Fails: notices that it starts nothing during the call
// Fails: notices that the results are in the order of their ends
// Fails: notices that it never fulfils for no items
// Fails: notices that it goes on after a rejection
// Fails: notices that it puts undefined in the place of a rejection
// Fails: notices that it rejects only when the others have settled
// Fails: notices that it rejects with another error
// Says: It slipped through: your check resolves, and should have noticed that it starts one after another.
import { expect } from 'vitest';

type Limit = (
  n: number,
  items: readonly string[],
  f: (item: string) => Promise<unknown>,
) => Promise<unknown[]>;

const turn = () => new Promise((resolve) => setImmediate(resolve));

async function turns(n: number): Promise<void> {
  for (let i = 0; i < n; i++) await turn();
}

export async function check(limit: Limit): Promise<void> {
  let inFlight = 0;
  let peak = 0;
  const f = async (item: string) => {
    peak = Math.max(peak, ++inFlight);
    await turn();
    inFlight--;
    return item.toUpperCase();
  };
  const values = await Promise.race([limit(2, ['a', 'b', 'c', 'd'], f), turns(10)]);
  expect(values).toEqual(['A', 'B', 'C', 'D']);
  expect(peak).toBeLessThanOrEqual(2);
}
