// Gives a second call with the same arguments the promise of the first. (It is another transfer.)
// Fails: runs transfers with an account in common one after another, so no balance is overwritten
// Fails: rejects with 'not enough' when the account has less than the amount
// Says: Each call is a transfer of its own
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

  const running = new Map<string, Promise<void>>();
  return async (from, to, amount) => {
    if (from === to) return;
    const key = JSON.stringify([from, to, amount]);
    const [first, second] = from < to ? [from, to] : [to, from];
    const moving =
      running.get(key) ?? locked(first, () => locked(second, () => move(from, to, amount)));
    running.set(key, moving);
    await moving.finally(() => running.delete(key));
  };
}
