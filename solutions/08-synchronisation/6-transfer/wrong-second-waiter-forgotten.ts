// Has one place for a transfer that waits. (A second one takes that place.)
// Fails: runs transfers with an account in common one after another, so no balance is overwritten
// Fails: comes to an end with all transfers, whatever accounts they need
// Fails: leaves both accounts free when it has rejected
// Says: Is each account unlocked when its transfer has ended
interface Bank {
  read(account: string): Promise<number>;
  write(account: string, balance: number): Promise<void>;
}

export function bankOf(bank: Bank): (from: string, to: string, amount: number) => Promise<void> {
  const busy = new Map<string, (() => void) | null>();
  const move = async (from: string, to: string, amount: number) => {
    const [has, had] = await Promise.all([bank.read(from), bank.read(to)]);
    if (has < amount) throw new Error('not enough');
    await Promise.all([bank.write(from, has - amount), bank.write(to, had + amount)]);
  };

  const take = async (account: string) => {
    if (busy.has(account)) await new Promise<void>((resolve) => busy.set(account, resolve));
    busy.set(account, null);
  };
  const give = (account: string) => {
    const next = busy.get(account);
    busy.delete(account);
    next?.();
  };
  return async (from, to, amount) => {
    if (from === to) return;
    const [first, second] = [from, to].sort() as [string, string];
    await take(first);
    await take(second);
    try {
      await move(from, to, amount);
    } finally {
      give(first);
      give(second);
    }
  };
}
