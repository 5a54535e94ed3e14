// Calls the bank a second time when it fails. (That is for the caller to decide.)
// Fails: rejects with the same reason when a read or a write rejects or throws
// Fails: leaves both accounts free when it has rejected
// Says: nothing more is called
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

  const twice = <T>(f: () => Promise<T>) => f().catch(f);
  const move = async (from: string, to: string, amount: number) => {
    const [has, had] = await Promise.all([
      twice(() => bank.read(from)),
      twice(() => bank.read(to)),
    ]);
    if (has < amount) throw new Error('not enough');
    await Promise.all([bank.write(from, has - amount), bank.write(to, had + amount)]);
  };
  return async (from, to, amount) => {
    if (from === to) return;
    const [first, second] = [from, to].sort() as [string, string];
    await locked(first, () => locked(second, () => move(from, to, amount)));
  };
}
