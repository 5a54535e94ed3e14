// A recursive function takes the accounts of a sorted list, one after another.
interface Bank {
  read(account: string): Promise<number>;
  write(account: string, balance: number): Promise<void>;
}

export function bankOf(bank: Bank): (from: string, to: string, amount: number) => Promise<void> {
  const holders = new Map<string, Promise<unknown>>();
  const holding = async <T>([account, ...rest]: string[], f: () => Promise<T>): Promise<T> => {
    if (account === undefined) return f();
    const before = holders.get(account);
    const { promise, resolve } = deferred();
    holders.set(account, promise);
    await before;
    try {
      return await holding(rest, f);
    } finally {
      resolve();
      if (holders.get(account) === promise) holders.delete(account);
    }
  };
  return async (from, to, amount) => {
    if (from === to) return;
    await holding([from, to].sort().reverse(), async () => {
      const [has, had] = await Promise.all([from, to].map((account) => bank.read(account)));
      const left = (has as number) - amount;
      if (left < 0) throw new Error('not enough');
      await Promise.all([bank.write(from, left), bank.write(to, (had as number) + amount)]);
    });
  };
}

function deferred() {
  let resolve = () => {};
  const promise = new Promise<void>((fulfil) => {
    resolve = fulfil;
  });
  return { promise, resolve };
}
