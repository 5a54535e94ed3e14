// Unlocks, and wakes the next one, which locks a microtask later. (A new one comes in between.)
// Fails: runs transfers with an account in common one after another, so no balance is overwritten
// Says: A balance may be out of date when it is written
interface Bank {
  read(account: string): Promise<number>;
  write(account: string, balance: number): Promise<void>;
}

export function bankOf(bank: Bank): (from: string, to: string, amount: number) => Promise<void> {
  const locks = new Map<string, { taken: boolean; waiting: (() => void)[] }>();
  const take = async (account: string) => {
    const lock = locks.get(account) ?? { taken: false, waiting: [] };
    locks.set(account, lock);
    if (lock.taken) await new Promise<void>((resolve) => lock.waiting.push(resolve));
    lock.taken = true;
    return () => {
      lock.taken = false;
      lock.waiting.shift()?.();
    };
  };
  const move = async (from: string, to: string, amount: number) => {
    const [has, had] = await Promise.all([bank.read(from), bank.read(to)]);
    if (has < amount) throw new Error('not enough');
    await Promise.all([bank.write(from, has - amount), bank.write(to, had + amount)]);
  };

  return async (from, to, amount) => {
    if (from === to) return;
    const [first, second] = [from, to].sort() as [string, string];
    const giveFirst = await take(first);
    const giveSecond = await take(second);
    try {
      await move(from, to, amount);
    } finally {
      giveSecond();
      giveFirst();
    }
  };
}
