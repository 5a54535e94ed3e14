// Hands its failure to async-lock. (That calls back like Node’s old functions: a falsy reason is success.)
// Fails: rejects with the same reason when a read or a write rejects or throws
// Says: A promise may reject with any value
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

  return async (from, to, amount) => {
    if (from === to) return;
    const keys = [`account ${from}`, `account ${to}`].sort();
    await lock.acquire(keys, () => move(from, to, amount));
  };
}
