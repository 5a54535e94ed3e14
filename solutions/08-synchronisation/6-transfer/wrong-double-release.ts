// Unlocks before it throws, and again in `finally`. (The second time it wakes one more, beside the first.)
// Fails: leaves both accounts free when it has rejected
// Says: A failure is that of one transfer only
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
      const next = lock.waiting.shift();
      if (next) next();
      else lock.taken = false;
    };
  };
  return async (from, to, amount) => {
    if (from === to) return;
    const [first, second] = [from, to].sort() as [string, string];
    const gives = [await take(first), await take(second)];
    const giveAll = () => {
      for (const give of gives) give();
    };
    try {
      const [has, had] = await Promise.all([bank.read(from), bank.read(to)]);
      if (has < amount) {
        giveAll();
        throw new Error('not enough');
      }
      await Promise.all([bank.write(from, has - amount), bank.write(to, had + amount)]);
    } finally {
      giveAll();
    }
  };
}
