// Keeps the error in a variable, and asks whether there is one. (A reason may be any value.)
// Fails: rejects with the same reason when a read or a write rejects or throws
// Says: Does your code test the reason itself
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
    let failure: unknown;
    await locked(low, () =>
      locked(high, async () => {
        try {
          const [has, had] = await Promise.all([bank.read(from), bank.read(to)]);
          if (has < amount) throw new Error('not enough');
          await Promise.all([bank.write(from, has - amount), bank.write(to, had + amount)]);
        } catch (error) {
          failure = error;
        }
      }),
    );
    if (failure) throw failure;
  };
}
