// Takes both accounts off the list if no other transfer has come for `from`. (One may have come for `to`.)
// Fails: runs transfers with an account in common one after another, so no balance is overwritten
// Fails: leaves both accounts free when it has rejected
// Says: A balance may be out of date when it is written
interface Bank {
  read(account: string): Promise<number>;
  write(account: string, balance: number): Promise<void>;
}

export function bankOf(bank: Bank): (from: string, to: string, amount: number) => Promise<void> {
  const tails = new Map<string, Promise<unknown>>();

  async function move(from: string, to: string, amount: number) {
    const [a, b] = await Promise.all([bank.read(from), bank.read(to)]);
    if (a < amount) throw new Error('not enough');
    await Promise.all([bank.write(from, a - amount), bank.write(to, b + amount)]);
  }

  return (from, to, amount) => {
    if (from === to) return Promise.resolve();
    const run = Promise.all([tails.get(from), tails.get(to)]).then(() => move(from, to, amount));
    const ended: Promise<unknown> = run
      .catch(() => {})
      .then(() => {
        if (tails.get(from) === ended) {
          tails.delete(from);
          tails.delete(to);
        }
      });
    tails.set(from, ended);
    tails.set(to, ended);
    return run;
  };
}
