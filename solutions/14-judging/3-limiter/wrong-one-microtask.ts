// Gives one microtask from the end of one to the start of the next: right code may need more.
// Fails: accepts n workers
// Fails: accepts one that races what is in flight
// Fails: accepts one with callbacks that counts
// Fails: notices that it starts all of them at once
// Fails: notices that it starts one after another
// Fails: notices that one too many is in flight
// Fails: notices that it waits for a whole batch
// Fails: notices that it starts them from the end
// Fails: notices that it starts nothing during the call
// Fails: notices that the results are in the order of their ends
// Fails: notices that it fulfils when the last one has started
// Fails: notices that it never fulfils for no items
// Fails: notices that it goes on after a rejection
// Fails: notices that it puts undefined in the place of a rejection
// Fails: notices that it rejects only when the others have settled
// Fails: notices that it rejects with another error
// Fails: takes no real time
// Fails: comes to an end, and leaves nothing behind, whether it resolves or rejects
// Says: Your check rejects for n workers, which keeps the contract.
import { expect } from 'vitest';

type Limit = (
  n: number,
  items: readonly string[],
  f: (item: string) => Promise<unknown>,
) => Promise<unknown[]>;

function workToSettle() {
  const started: string[] = [];
  const fulfil = new Map<string, (value: unknown) => void>();
  const reject = new Map<string, (reason: unknown) => void>();
  const f = (item: string) => {
    started.push(item);
    return new Promise<unknown>((resolve, fail) => {
      fulfil.set(item, resolve);
      reject.set(item, fail);
    });
  };
  return { started, fulfil, reject, f };
}

const turn = () => Promise.resolve();

export async function check(limit: Limit): Promise<void> {
  const { started, fulfil, f } = workToSettle();
  let outcome: unknown = 'pending';
  limit(2, ['a', 'b', 'c', 'd'], f).then(
    (values) => {
      outcome = values;
    },
    () => {},
  );
  expect(started).toEqual(['a', 'b']);
  fulfil.get('b')?.('B');
  await turn();
  expect(started).toEqual(['a', 'b', 'c']);
  fulfil.get('c')?.('C');
  await turn();
  expect(started).toEqual(['a', 'b', 'c', 'd']);
  fulfil.get('d')?.('D');
  await turn();
  expect(outcome).toBe('pending');
  fulfil.get('a')?.('A');
  await turn();
  expect(outcome).toEqual(['A', 'B', 'C', 'D']);

  const none = await Promise.race([limit(2, [], f), turn()]);
  expect(none).toEqual([]);

  const second = workToSettle();
  const reason = new Error('no bread');
  let ended: unknown = 'pending';
  limit(2, ['a', 'b', 'c'], second.f).then(
    () => {},
    (error) => {
      ended = error;
    },
  );
  second.reject.get('b')?.(reason);
  await turn();
  expect(ended).toBe(reason);
  second.fulfil.get('a')?.('A');
  await turn();
  expect(second.started).toEqual(['a', 'b']);
}
