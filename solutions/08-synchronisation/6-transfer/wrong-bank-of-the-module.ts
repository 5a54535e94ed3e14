// Keeps the bank in a variable of the module. (The next call of `bankOf` puts another one there.)
// Fails: runs transfers with an account in common one after another, so no balance is overwritten
// Fails: keeps the transfers of two banks apart
// Says: These are transfers of two banks
interface Bank {
  read(account: string): Promise<number>;
  write(account: string, balance: number): Promise<void>;
}

let current: Bank;

export function bankOf(bank: Bank): (from: string, to: string, amount: number) => Promise<void> {
  current = bank;
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
    const [has, had] = await Promise.all([current.read(from), current.read(to)]);
    if (has < amount) throw new Error('not enough');
    await Promise.all([current.write(from, has - amount), current.write(to, had + amount)]);
  };
  return async (from, to, amount) => {
    if (from === to) return;
    const [first, second] = [from, to].sort() as [string, string];
    await locked(first, () => locked(second, () => move(from, to, amount)));
  };
}
