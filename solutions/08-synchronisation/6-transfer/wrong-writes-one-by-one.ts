// Writes `from` first, so that no money is made if the other write fails. (Both are to be written at the same time.)
// Fails: reads both accounts, then writes both, and fulfils when both are written
// Fails: runs transfers without an account in common at the same time
// Fails: runs transfers with an account in common one after another, so no balance is overwritten
// Fails: comes to an end with all transfers, whatever accounts they need
// Fails: rejects with 'not enough' when the account has less than the amount
// Fails: rejects with the same reason when a read or a write rejects or throws
// Fails: leaves both accounts free when it has rejected
// Fails: does nothing when both accounts are the same
// Fails: keeps the transfers of two banks apart
// Says: neither do the two writes
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
        if (has < amount) throw new Error('not enough');
        await bank.write(from, has - amount);
        await bank.write(to, had + amount);
      }),
    );
  };
}
