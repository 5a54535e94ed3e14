// Rejects as soon as it knows the one balance. (The other read is still running then.)
// Fails: rejects with 'not enough' when the account has less than the amount
// Fails: leaves both accounts free when it has rejected
// Says: when both reads have fulfilled
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
    const reading = bank.read(to);
    reading.catch(() => {});
    const has = await bank.read(from);
    if (has < amount) throw new Error('not enough');
    const had = await reading;
    await Promise.all([bank.write(to, had + amount), bank.write(from, has - amount)]);
  };
  return async (from, to, amount) => {
    if (from === to) return;
    const [first, second] = [from, to].sort() as [string, string];
    await locked(first, () => locked(second, () => move(from, to, amount)));
  };
}
