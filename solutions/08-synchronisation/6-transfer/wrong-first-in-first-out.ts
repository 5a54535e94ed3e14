// Starts the first of the line only: the next one waits, also when its accounts are free.
// Fails: reads both accounts, then writes both, and fulfils when both are written
// Says: Only transfers with an account in common wait for each other
interface Bank {
  read(account: string): Promise<number>;
  write(account: string, balance: number): Promise<void>;
}

export function bankOf(bank: Bank): (from: string, to: string, amount: number) => Promise<void> {
  const line: { from: string; to: string; start: () => void }[] = [];
  const busy = new Set<string>();
  const next = () => {
    const first = line[0];
    if (!first || busy.has(first.from) || busy.has(first.to)) return;
    line.shift();
    busy.add(first.from).add(first.to);
    first.start();
    next();
  };
  return async (from, to, amount) => {
    if (from === to) return;
    await new Promise<void>((start) => {
      line.push({ from, to, start });
      next();
    });
    try {
      const [has, had] = await Promise.all([bank.read(from), bank.read(to)]);
      if (has < amount) throw new Error('not enough');
      await Promise.all([bank.write(from, has - amount), bank.write(to, had + amount)]);
    } finally {
      busy.delete(from);
      busy.delete(to);
      next();
    }
  };
}
