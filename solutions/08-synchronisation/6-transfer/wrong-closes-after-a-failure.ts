// Takes the bank for broken after the first failure. (It is that of one transfer.)
// Fails: leaves both accounts free when it has rejected
// Says: the two that wait begin in that millisecond
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
    await Promise.all([bank.write(from, has - amount), bank.write(to, had + amount)]);
  };

  let broken: { error: unknown } | undefined;
  return async (from, to, amount) => {
    if (from === to) return;
    if (broken) throw broken.error;
    const [first, second] = [from, to].sort() as [string, string];
    try {
      await locked(first, () => locked(second, () => move(from, to, amount)));
    } catch (error) {
      if (!(error instanceof Error && error.message === 'not enough')) broken = { error };
      throw error;
    }
  };
}
