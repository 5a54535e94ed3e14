// Reads before it sees that both accounts are the same. (Then there is nothing to read.)
// Fails: does nothing when both accounts are the same
// Says: It needs nothing: no read, no write and no lock
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
    const [has, had] = await Promise.all([bank.read(from), bank.read(to)]);
    if (has < amount) throw new Error('not enough');
    if (from === to) return;
    await Promise.all([bank.write(from, has - amount), bank.write(to, had + amount)]);
  };

  return async (from, to, amount) => {
    const [low, high] = from < to ? [from, to] : [to, from];
    if (low === high) await locked(low, () => move(from, to, amount));
    else await locked(low, () => locked(high, () => move(from, to, amount)));
  };
}
