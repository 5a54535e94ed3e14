// A transfer waits until none of its accounts is busy: it looks again whenever another one has ended.
interface Bank {
  read(account: string): Promise<number>;
  write(account: string, balance: number): Promise<void>;
}

export function bankOf(bank: Bank): (from: string, to: string, amount: number) => Promise<void> {
  const busy = new Set<string>();
  let waiting: (() => void)[] = [];
  return async function transfer(from, to, amount) {
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
      const all = waiting;
      waiting = [];
      for (const wake of all) wake();
    }
  };
}
