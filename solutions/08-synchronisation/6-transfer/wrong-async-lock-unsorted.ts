// Assumes that async-lock takes a list of keys at once. (It takes them one by one, in the order of the list.)
// Fails: comes to an end with all transfers, whatever accounts they need
// Says: That is a circular wait
import AsyncLock from 'async-lock';

interface Bank {
  read(account: string): Promise<number>;
  write(account: string, balance: number): Promise<void>;
}

export function bankOf(bank: Bank): (from: string, to: string, amount: number) => Promise<void> {
  const lock = new AsyncLock();
  const move = async (from: string, to: string, amount: number) => {
    const [has, had] = await Promise.all([bank.read(from), bank.read(to)]);
    if (has < amount) throw new Error('not enough');
    await Promise.all([bank.write(from, has - amount), bank.write(to, had + amount)]);
  };

  const list = (reason: unknown) => [{ reason }];
  return async (from, to, amount) => {
    if (from === to) return;
    const keys = [`account ${from}`, `account ${to}`];
    const [failure] = await lock.acquire(keys, () => move(from, to, amount).then(() => [], list));
    if (failure) throw failure.reason;
  };
}
