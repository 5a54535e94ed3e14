// Writes the old balance back when the other write fails. (It is to call nothing more.)
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

  const move = async (from: string, to: string, amount: number) => {
    const [has, had] = await Promise.all([bank.read(from), bank.read(to)]);
    if (has < amount) throw new Error('not enough');
    const ends = await Promise.allSettled([
      bank.write(from, has - amount),
      bank.write(to, had + amount),
    ]);
    const failed = ends.find((end) => end.status === 'rejected');
    if (!failed) return;
    if (ends[0].status === 'fulfilled') await bank.write(from, has);
    if (ends[1].status === 'fulfilled') await bank.write(to, had);
    throw failed.reason;
  };
  return async (from, to, amount) => {
    if (from === to) return;
    const [first, second] = [from, to].sort() as [string, string];
    await locked(first, () => locked(second, () => move(from, to, amount)));
  };
}
