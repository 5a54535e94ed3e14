// A Mutex of async-mutex for each account, taken in the order of their names.
import { Mutex } from 'async-mutex';

interface Bank {
  read(account: string): Promise<number>;
  write(account: string, balance: number): Promise<void>;
}

export function bankOf(bank: Bank): (from: string, to: string, amount: number) => Promise<void> {
  const mutexes = new Map<string, Mutex>();
  const mutexOf = (account: string) => {
    const mutex = mutexes.get(account) ?? new Mutex();
    mutexes.set(account, mutex);
    return mutex;
  };
  return async (from, to, amount) => {
    if (from === to) return;
    const [first, second] = [from, to].sort() as [string, string];
    await mutexOf(first).runExclusive(() =>
      mutexOf(second).runExclusive(async () => {
        const [has, had] = await Promise.all([bank.read(from), bank.read(to)]);
        if (has < amount) throw new Error('not enough');
        await Promise.all([bank.write(from, has - amount), bank.write(to, had + amount)]);
      }),
    );
  };
}
