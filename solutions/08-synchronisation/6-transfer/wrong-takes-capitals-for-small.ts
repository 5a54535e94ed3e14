// Locks names in small letters. (So two accounts share a lock.)
// Fails: runs transfers without an account in common at the same time
// Says: Only transfers with an account in common wait for each other
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
    const f = from.toLowerCase();
    const t = to.toLowerCase();
    const run = Promise.all([tails.get(f), tails.get(t)]).then(() => move(from, to, amount));
    const ended = run.catch(() => {});
    tails.set(f, ended);
    tails.set(t, ended);
    return run;
  };
}
