// A list of all transfers: each one waits for those before it that need one of its accounts.
interface Bank {
  read(account: string): Promise<number>;
  write(account: string, balance: number): Promise<void>;
}

export function bankOf(bank: Bank): (from: string, to: string, amount: number) => Promise<void> {
  const all: { accounts: Set<string>; over: Promise<unknown> }[] = [];
  const move = async (from: string, to: string, amount: number) => {
    const [has, had] = await Promise.all([bank.read(from), bank.read(to)]);
    if (has < amount) throw new Error('not enough');
    await Promise.all([bank.write(from, has - amount), bank.write(to, had + amount)]);
  };

  return async function transfer(from, to, amount) {
    if (from === to) return;
    const rivals = all.filter(({ accounts }) => accounts.has(from) || accounts.has(to));
    const moving = Promise.allSettled(rivals.map(({ over }) => over)).then(() =>
      move(from, to, amount),
    );
    const me = { accounts: new Set([from, to]), over: moving };
    all.push(me);
    await moving.finally(() => all.splice(all.indexOf(me), 1));
  };
}
