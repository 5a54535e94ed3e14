// Gives a turn before it looks at the first two: one that starts nothing during the call passes.
// Fails: notices that it starts nothing during the call
// Says: It slipped through: your check resolves, and should have noticed that it starts nothing during the
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

const turn = () => new Promise((resolve) => setImmediate(resolve));

export async function check(limit: Limit): Promise<void> {
  const { started, fulfil, f } = workToSettle();
  let outcome: unknown = 'pending';
  limit(2, ['a', 'b', 'c', 'd'], f).then(
    (values) => {
      outcome = values;
    },
    () => {},
  );
  await turn();
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
  await turn();
  second.reject.get('b')?.(reason);
  await turn();
  expect(ended).toBe(reason);
  second.fulfil.get('a')?.('A');
  await turn();
  expect(second.started).toEqual(['a', 'b']);
}
