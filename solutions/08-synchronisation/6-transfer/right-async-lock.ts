// An AsyncLock of async-lock, with both keys in one order: it takes them one by one.
import AsyncLock from 'async-lock';

interface Bank {
  read(account: string): Promise<number>;
  write(account: string, balance: number): Promise<void>;
}

export function bankOf(bank: Bank): (from: string, to: string, amount: number) => Promise<void> {
  const lock = new AsyncLock({ maxPending: Number.POSITIVE_INFINITY });
  const move = async (from: string, to: string, amount: number) => {
    const [has, had] = await Promise.all([bank.read(from), bank.read(to)]);
    if (has < amount) throw new Error('not enough');
    await Promise.all([bank.write(from, has - amount), bank.write(to, had + amount)]);
  };
  return async (from, to, amount) => {
    if (from === to) return;
    // A name alone may be '__proto__', and the locks are kept in a plain object.
    const keys = [`account ${from}`, `account ${to}`].sort();
    // It takes a falsy reason for success, so the failure is put into a list.
    const [failure] = await lock.acquire(keys, () => move(from, to, amount).then(() => [], list));
    if (failure) throw failure.reason;
  };
}

const list = (reason: unknown) => [{ reason }];
