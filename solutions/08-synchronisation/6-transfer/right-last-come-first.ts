// Begins with the one that came last, of those that wait for free accounts: which is next does not matter.
interface Bank {
  read(account: string): Promise<number>;
  write(account: string, balance: number): Promise<void>;
}

export function bankOf(bank: Bank): (from: string, to: string, amount: number) => Promise<void> {
  const busy = new Set<string>();
  const waiting: { both: string[]; start: () => void }[] = [];

  const wake = () => {
    for (const one of waiting.toReversed()) {
      if (one.both.some((account) => busy.has(account))) continue;
      waiting.splice(waiting.indexOf(one), 1);
      for (const account of one.both) busy.add(account);
      one.start();
    }
  };

  return async (from, to, amount) => {
    if (from === to) return;
    const both = [from, to];
    await new Promise<void>((start) => {
      waiting.push({ both, start });
      wake();
    });
    try {
      const [has, had] = await Promise.all([bank.read(from), bank.read(to)]);
      if (has < amount) throw new Error('not enough');
      await Promise.all([bank.write(from, has - amount), bank.write(to, had + amount)]);
    } finally {
      for (const account of both) busy.delete(account);
      wake();
    }
  };
}
