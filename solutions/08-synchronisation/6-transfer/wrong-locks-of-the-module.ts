// Keeps the locks of all banks in one Map of the module. (The same name is another account there.)
// Fails: keeps the transfers of two banks apart
// Says: An account of the same name is another account there
interface Bank {
  read(account: string): Promise<number>;
  write(account: string, balance: number): Promise<void>;
}

const lines = new Map<string, Promise<void>>();

function locked(account: string, f: () => Promise<void>): Promise<void> {
  const result = (lines.get(account) ?? Promise.resolve()).then(f);
  lines.set(
    account,
    result.catch(() => {}),
  );
  return result;
}

export function bankOf(bank: Bank): (from: string, to: string, amount: number) => Promise<void> {
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
