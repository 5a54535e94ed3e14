// Counts how long it takes as a whole. A batch that waits may take as long.
// Fails: notices that it starts one after another
// Fails: notices that it waits for a whole batch
// Fails: notices that it starts nothing during the call
// Fails: notices that the results are in the order of their ends
// Fails: notices that it fulfils when the last one has started
// Fails: notices that it goes on after a rejection
// Fails: notices that it rejects only when the others have settled
// Says: It slipped through: your check resolves, and should have noticed that it starts one after another.
import { expect } from 'vitest';

type Limit = (
  n: number,
  items: readonly string[],
  f: (item: string) => Promise<unknown>,
) => Promise<unknown[]>;

const turn = () => new Promise<void>((resolve) => setImmediate(resolve));

export async function check(limit: Limit): Promise<void> {
  let calls = 0;
  const order: string[] = [];
  const f = async (item: string) => {
    calls++;
    order.push(item);
    await turn();
    if (item === 'x') throw new Error('no bread');
    return item.toUpperCase();
  };
  let turns = 0;
  const counting = limit(2, ['a', 'b', 'c', 'd'], f);
  for (let over = false; !over && turns < 20; turns++)
    over = await Promise.race([counting.then(() => true), turn().then(() => false)]);
  expect(order).toEqual(['a', 'b', 'c', 'd']);
  expect(turns).toBeLessThan(8);
  expect(await Promise.race([limit(2, [], f), turn()])).toEqual([]);
  const rejecting = limit(2, ['a', 'x', 'c', 'd', 'e'], f).catch((error) => error.message);
  expect(await Promise.race([rejecting, turn().then(turn).then(turn)])).toBe('no bread');
  expect(calls).toBeLessThan(8);
}
