// Looks every millisecond whether the accounts are free. (The transfer that unlocks them can wake the next one.)
// Fails: sets no timer
// Says: A transfer that waits for an account begins when that is free
import { setTimeout } from 'node:timers/promises';

interface Bank {
  read(account: string): Promise<number>;
  write(account: string, balance: number): Promise<void>;
}

export function bankOf(bank: Bank): (from: string, to: string, amount: number) => Promise<void> {
  const busy = new Set<string>();
  return async (from, to, amount) => {
    if (from === to) return;
    while (busy.has(from) || busy.has(to)) await setTimeout(1);
    busy.add(from).add(to);
    try {
      const [has, had] = await Promise.all([bank.read(from), bank.read(to)]);
      if (has < amount) throw new Error('not enough');
      await Promise.all([bank.write(from, has - amount), bank.write(to, had + amount)]);
    } finally {
      busy.delete(from);
      busy.delete(to);
    }
  };
}
