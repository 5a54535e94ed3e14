// Has one lock for two accounts, whichever way it goes. (Each account is in other pairs as well.)
// Fails: runs transfers without an account in common at the same time
// Fails: runs transfers with an account in common one after another, so no balance is overwritten
// Fails: comes to an end with all transfers, whatever accounts they need
// Fails: rejects with 'not enough' when the account has less than the amount
// Fails: leaves both accounts free when it has rejected
// Fails: does nothing when both accounts are the same
// Says: Only transfers with an account in common wait for each other
interface Bank {
  read(account: string): Promise<number>;
  write(account: string, balance: number): Promise<void>;
}

export function bankOf(bank: Bank): (from: string, to: string, amount: number) => Promise<void> {
  const lines = new Map<string, Promise<void>>();
  const move = async (from: string, to: string, amount: number) => {
    const [has, had] = await Promise.all([bank.read(from), bank.read(to)]);
    if (has < amount) throw new Error('not enough');
    await Promise.all([bank.write(from, has - amount), bank.write(to, had + amount)]);
  };

  return async (from, to, amount) => {
    if (from === to) return;
    const pair = [from, to].sort().join(' and ');
    const result = (lines.get(pair) ?? Promise.resolve()).then(() => move(from, to, amount));
    lines.set(
      pair,
      result.catch(() => {}),
    );
    await result;
  };
}
