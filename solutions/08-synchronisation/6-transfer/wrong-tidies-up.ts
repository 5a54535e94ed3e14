// Takes the account off the list when it ends. (A later one may be there by now, and is forgotten.)
// Fails: runs transfers with an account in common one after another, so no balance is overwritten
// Fails: leaves both accounts free when it has rejected
// Says: A balance may be out of date when it is written
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
    if (from === to) return;
    const before = Promise.all([last.get(from), last.get(to)]);
    const moving = before.then(() => move(from, to, amount));
    const over = moving.catch(() => {});
    last.set(from, over).set(to, over);
    try {
      await moving;
    } finally {
      last.delete(from);
      last.delete(to);
    }
  };
}
