// Unlocks in `finally` of the promise. (A throw of `read` comes before there is one.)
// Fails: leaves both accounts free when it has rejected
// Says: Does your code unlock after each kind of failure
interface Bank {
  read(account: string): Promise<number>;
  write(account: string, balance: number): Promise<void>;
}

export function bankOf(bank: Bank): (from: string, to: string, amount: number) => Promise<void> {
  const busy = new Set<string>();
  let waiting: (() => void)[] = [];
  const free = (...accounts: string[]) => {
    for (const account of accounts) busy.delete(account);
    const all = waiting;
    waiting = [];
    for (const wake of all) wake();
  };
  return async (from, to, amount) => {
    if (from === to) return;
    while (busy.has(from) || busy.has(to))
      await new Promise<void>((resolve) => waiting.push(resolve));
    busy.add(from).add(to);
    return Promise.all([bank.read(from), bank.read(to)])
      .then(async ([has, had]) => {
        if (has < amount) throw new Error('not enough');
        await Promise.all([bank.write(from, has - amount), bank.write(to, had + amount)]);
      })
      .finally(() => free(from, to));
  };
}
