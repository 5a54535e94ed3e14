// Wakes one of those that wait for either account. (It may need another one, and goes to sleep again.)
// Fails: runs transfers without an account in common at the same time
// Fails: leaves both accounts free when it has rejected
// Says: Only transfers with an account in common wait for each other
interface Bank {
  read(account: string): Promise<number>;
  write(account: string, balance: number): Promise<void>;
}

export function bankOf(bank: Bank): (from: string, to: string, amount: number) => Promise<void> {
  const busy = new Set<string>();
  const waiting: (() => void)[] = [];
  return async (from, to, amount) => {
    if (from === to) return;
    while (busy.has(from) || busy.has(to))
      await new Promise<void>((resolve) => waiting.push(resolve));
    busy.add(from).add(to);
    try {
      const [has, had] = await Promise.all([bank.read(from), bank.read(to)]);
      if (has < amount) throw new Error('not enough');
      await Promise.all([bank.write(from, has - amount), bank.write(to, had + amount)]);
    } finally {
      busy.delete(from);
      busy.delete(to);
      waiting.shift()?.();
    }
  };
}
