// Keeps the balances in memory after the first read. (They are those of the bank: read them each time.)
// Fails: reads both accounts, then writes both, and fulfils when both are written
// Fails: runs transfers without an account in common at the same time
// Fails: runs transfers with an account in common one after another, so no balance is overwritten
// Fails: comes to an end with all transfers, whatever accounts they need
// Fails: rejects with 'not enough' when the account has less than the amount
// Fails: leaves both accounts free when it has rejected
// Fails: does nothing when both accounts are the same
// Says: 'read a' was started once
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

  const known = new Map<string, number>();
  const balanceOf = async (account: string) => known.get(account) ?? bank.read(account);
  const put = async (account: string, balance: number) => {
    known.set(account, balance);
    await bank.write(account, balance);
  };
  return async (from, to, amount) => {
    if (from === to) return;
    const [first, second] = from < to ? [from, to] : [to, from];
    await locked(first, () =>
      locked(second, async () => {
        const [has, had] = await Promise.all([balanceOf(from), balanceOf(to)]);
        if (has < amount) throw new Error('not enough');
        await Promise.all([put(from, has - amount), put(to, had + amount)]);
      }),
    );
  };
}
