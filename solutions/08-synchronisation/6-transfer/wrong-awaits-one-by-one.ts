// Starts both reads, and awaits them one after another. (Meanwhile the second one has no handler.)
// Fails: rejects with the same reason when a read or a write rejects or throws
// Fails: leaves both accounts free when it has rejected
// Says: that promise is handled, but another one is not
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
        const [reading, other] = [bank.read(from), bank.read(to)];
        const has = await reading;
        const had = await other;
        if (has < amount) throw new Error('not enough');
        await Promise.all([bank.write(from, has - amount), bank.write(to, had + amount)]);
      }),
    );
  };
}
