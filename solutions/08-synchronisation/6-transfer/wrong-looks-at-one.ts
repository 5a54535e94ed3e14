// Waits for one account, then for the other, and takes both. (The first one may be busy again.)
// Fails: comes to an end with all transfers, whatever accounts they need
// Says: A balance may be out of date when it is written
interface Bank {
  read(account: string): Promise<number>;
  write(account: string, balance: number): Promise<void>;
}

export function bankOf(bank: Bank): (from: string, to: string, amount: number) => Promise<void> {
  const busy = new Map<string, Promise<void>>();
  return async (from, to, amount) => {
    if (from === to) return;
    while (busy.has(from)) await busy.get(from);
    while (busy.has(to)) await busy.get(to);
    let free = () => {};
    const over = new Promise<void>((resolve) => {
      free = resolve;
    });
    busy.set(from, over).set(to, over);
    try {
      const [has, had] = await Promise.all([bank.read(from), bank.read(to)]);
      if (has < amount) throw new Error('not enough');
      await Promise.all([bank.write(from, has - amount), bank.write(to, had + amount)]);
    } finally {
      busy.delete(from);
      busy.delete(to);
      free();
    }
  };
}
