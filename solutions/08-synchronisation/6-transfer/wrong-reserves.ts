// Counts the transfers that wait against the balance as well. (One of them may fail, and not need it.)
// Fails: rejects with 'not enough' when the account has less than the amount
// Says: a failure is that of one transfer only
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

  const reserved = new Map<string, number>();
  return async (from, to, amount) => {
    if (from === to) return;
    const [low, high] = from < to ? [from, to] : [to, from];
    reserved.set(from, (reserved.get(from) ?? 0) + amount);
    try {
      await locked(low, () =>
        locked(high, async () => {
          const [has, had] = await Promise.all([bank.read(from), bank.read(to)]);
          if (has < (reserved.get(from) ?? 0)) throw new Error('not enough');
          await Promise.all([bank.write(from, has - amount), bank.write(to, had + amount)]);
        }),
      );
    } finally {
      reserved.set(from, (reserved.get(from) ?? 0) - amount);
    }
  };
}
