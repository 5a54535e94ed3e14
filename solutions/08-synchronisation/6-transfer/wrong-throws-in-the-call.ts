// Begins in the call itself if the accounts are free. (A throw of `read` then leaves the call.)
// Fails: rejects with the same reason when a read or a write rejects or throws
// Fails: leaves both accounts free when it has rejected
// Says: It threw synchronously at 0 ms
interface Bank {
  read(account: string): Promise<number>;
  write(account: string, balance: number): Promise<void>;
}

export function bankOf(bank: Bank): (from: string, to: string, amount: number) => Promise<void> {
  const last = new Map<string, Promise<void>>();
  const move = (from: string, to: string, amount: number): Promise<void> =>
    Promise.all([bank.read(from), bank.read(to)]).then(async ([has, had]) => {
      if (has < amount) throw new Error('not enough');
      await Promise.all([bank.write(from, has - amount), bank.write(to, had + amount)]);
    });
  return (from, to, amount) => {
    if (from === to) return Promise.resolve();
    const before = [last.get(from), last.get(to)].filter((one) => one !== undefined);
    const begin = () => move(from, to, amount);
    const moving = before.length > 0 ? Promise.all(before).then(begin) : begin();
    const over = moving.catch(() => {});
    last.set(from, over).set(to, over);
    return moving;
  };
}
