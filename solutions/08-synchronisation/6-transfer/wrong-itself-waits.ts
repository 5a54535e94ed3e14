// Waits until the account is free before it sees that there is nothing to do. (It needs no account.)
// Fails: does nothing when both accounts are the same
// Says: Did one wait for the other
interface Bank {
  read(account: string): Promise<number>;
  write(account: string, balance: number): Promise<void>;
}

export function bankOf(bank: Bank): (from: string, to: string, amount: number) => Promise<void> {
  const last = new Map<string, Promise<void>>();
  const move = async (from: string, to: string, amount: number) => {
    const [has, had] = await Promise.all([bank.read(from), bank.read(to)]);
    if (has < amount) throw new Error('not enough');
    await Promise.all([bank.write(from, has - amount), bank.write(to, had + amount)]);
  };

  return async (from, to, amount) => {
    const before = Promise.all([last.get(from), last.get(to)]);
    const moving = before.then(() => (from === to ? undefined : move(from, to, amount)));
    const over = moving.catch(() => {});
    last.set(from, over).set(to, over);
    await moving;
  };
}
