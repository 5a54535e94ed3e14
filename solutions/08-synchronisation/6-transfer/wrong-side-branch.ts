// Unlocks in a branch of its own: `finally` makes another promise. (Nobody handles its rejection.)
// Fails: rejects with 'not enough' when the account has less than the amount
// Fails: rejects with the same reason when a read or a write rejects or throws
// Fails: leaves both accounts free when it has rejected
// Fails: sets no timer
// Says: that promise is handled, but another one is not
interface Bank {
  read(account: string): Promise<number>;
  write(account: string, balance: number): Promise<void>;
}

export function bankOf(bank: Bank): (from: string, to: string, amount: number) => Promise<void> {
  const last = new Map<string, Promise<unknown>>();
  const move = async (from: string, to: string, amount: number) => {
    const [has, had] = await Promise.all([bank.read(from), bank.read(to)]);
    if (has < amount) throw new Error('not enough');
    await Promise.all([bank.write(from, has - amount), bank.write(to, had + amount)]);
  };

  return async (from, to, amount) => {
    if (from === to) return;
    const before = Promise.all([last.get(from), last.get(to)]);
    let free = (_: unknown) => {};
    const over = new Promise((resolve) => {
      free = resolve;
    });
    last.set(from, over).set(to, over);
    await before;
    const moving = move(from, to, amount);
    moving.finally(() => free(undefined));
    await moving;
  };
}
