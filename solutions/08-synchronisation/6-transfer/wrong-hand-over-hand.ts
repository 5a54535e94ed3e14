// Unlocks the first account as soon as it has the second. (It still reads and writes both.)
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
  const lock = async (account: string) => {
    const before = lines.get(account);
    let unlock = () => {};
    lines.set(account, new Promise((resolve) => (unlock = resolve)));
    await before;
    return unlock;
  };
  const move = async (from: string, to: string, amount: number) => {
    const [has, had] = await Promise.all([bank.read(from), bank.read(to)]);
    if (has < amount) throw new Error('not enough');
    await Promise.all([bank.write(from, has - amount), bank.write(to, had + amount)]);
  };

  return async (from, to, amount) => {
    if (from === to) return;
    const [first, second] = [from, to].sort() as [string, string];
    const unlockFirst = await lock(first);
    const unlockSecond = await lock(second);
    unlockFirst();
    try {
      await move(from, to, amount);
    } finally {
      unlockSecond();
    }
  };
}
