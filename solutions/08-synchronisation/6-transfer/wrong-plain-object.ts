// Keeps the locks in a plain object. (It has a `constructor` and a `__proto__` before anything is put in.)
// Fails: runs transfers without an account in common at the same time
// Fails: comes to an end with all transfers, whatever accounts they need
// Says: before.then is not a function
interface Bank {
  read(account: string): Promise<number>;
  write(account: string, balance: number): Promise<void>;
}

export function bankOf(bank: Bank): (from: string, to: string, amount: number) => Promise<void> {
  const last: Record<string, Promise<void>> = {};
  const locked = async (account: string, f: () => Promise<void>): Promise<void> => {
    const before = account in last ? (last[account] as Promise<void>) : Promise.resolve();
    const result = before.then(f);
    last[account] = result.catch(() => {});
    return result;
  };
  const move = async (from: string, to: string, amount: number) => {
    const [has, had] = await Promise.all([bank.read(from), bank.read(to)]);
    if (has < amount) throw new Error('not enough');
    await Promise.all([bank.write(from, has - amount), bank.write(to, had + amount)]);
  };

  return async (from, to, amount) => {
    if (from === to) return;
    const [first, second] = [from, to].sort() as [string, string];
    await locked(first, () => locked(second, () => move(from, to, amount)));
  };
}
