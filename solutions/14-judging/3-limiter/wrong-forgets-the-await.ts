// `expect(…).rejects` gives a promise, and nobody awaits it: what it says comes when the test is over.
// Fails: notices that it rejects only when the others have settled
// Fails: notices that it rejects with another error
// Says: It slipped through: your check resolves, and should have noticed that it rejects only when the
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
  void expect(limit(2, ['a', 'b', 'c'], second.f))
    .rejects.toBe(reason)
    .catch(() => {});
  second.reject.get('b')?.(reason);
  await turn();
  second.fulfil.get('a')?.('A');
  await turn();
  expect(second.started).toEqual(['a', 'b']);
}
