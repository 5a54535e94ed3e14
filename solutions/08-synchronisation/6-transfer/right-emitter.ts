// An event for each account says that it is free again. A transfer that waits for it looks at both accounts.
import { EventEmitter, once } from 'node:events';

interface Bank {
  read(account: string): Promise<number>;
  write(account: string, balance: number): Promise<void>;
}

export function bankOf(bank: Bank): (from: string, to: string, amount: number) => Promise<void> {
  const busy = new Set<string>();
  const freed = new EventEmitter().setMaxListeners(0);
  return async (from, to, amount) => {
    if (from === to) return;
    for (;;) {
      const account = [from, to].find((one) => busy.has(one));
      if (account === undefined) break;
      // No name of an account is one that emitters know.
      await once(freed, `free: ${account}`);
    }
    busy.add(from);
    busy.add(to);
    try {
      const [has, had] = await Promise.all([bank.read(from), bank.read(to)]);
      if (amount > has) throw new Error('not enough');
      await Promise.all([bank.write(from, has - amount), bank.write(to, had + amount)]);
    } finally {
      for (const account of [from, to]) {
        busy.delete(account);
        freed.emit(`free: ${account}`);
      }
    }
  };
}
