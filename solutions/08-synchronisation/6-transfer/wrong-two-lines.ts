// Stands in the line of `from` in the call, and in that of `to` one microtask later. (Others come between.)
// Fails: comes to an end with all transfers, whatever accounts they need
// Says: 'a to b' and 'b to a' wait for each other
interface Bank {
  read(account: string): Promise<number>;
  write(account: string, balance: number): Promise<void>;
}

export function bankOf(bank: Bank): (from: string, to: string, amount: number) => Promise<void> {
  const last = new Map<string, Promise<void>>();
  const stand = (account: string, over: Promise<void>) => {
    const before = last.get(account);
    last.set(account, over);
    return before;
  };
  return async (from, to, amount) => {
    if (from === to) return;
    let free = () => {};
    const over = new Promise<void>((resolve) => {
      free = resolve;
    });
    const one = stand(from, over);
    await null;
    const other = stand(to, over);
    await Promise.all([one, other]);
    try {
      const [has, had] = await Promise.all([bank.read(from), bank.read(to)]);
      if (has < amount) throw new Error('not enough');
      await Promise.all([bank.write(from, has - amount), bank.write(to, had + amount)]);
    } finally {
      free();
    }
  };
}
