// Waits for both reads to end, in whatever way, before it rejects.
interface Bank {
  read(account: string): Promise<number>;
  write(account: string, balance: number): Promise<void>;
}

export function bankOf(bank: Bank): (from: string, to: string, amount: number) => Promise<void> {
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
    const begin = async (account: string) => bank.read(account);
    const [has, had] = await Promise.allSettled([begin(from), begin(to)]);
    if (has.status === 'rejected') throw has.reason;
    if (had.status === 'rejected') throw had.reason;
    if (has.value < amount) throw new Error('not enough');
    const put = async (account: string, balance: number) => bank.write(account, balance);
    for (const end of await Promise.allSettled([
      put(from, has.value - amount),
      put(to, had.value + amount),
    ]))
      if (end.status === 'rejected') throw end.reason;
  };
  return async (from, to, amount) => {
    if (from === to) return;
    const [first, second] = [from, to].sort() as [string, string];
    await locked(first, () => locked(second, () => move(from, to, amount)));
  };
}
