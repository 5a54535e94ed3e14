// Has one lock for the whole bank. (Transfers of other accounts are in nobody’s way.)
// Fails: reads both accounts, then writes both, and fulfils when both are written
// Fails: runs transfers without an account in common at the same time
// Fails: leaves both accounts free when it has rejected
// Says: Only transfers with an account in common wait for each other
interface Bank {
  read(account: string): Promise<number>;
  write(account: string, balance: number): Promise<void>;
}

export function bankOf(bank: Bank): (from: string, to: string, amount: number) => Promise<void> {
  let last: Promise<unknown> = Promise.resolve();
  return (from, to, amount) => {
    if (from === to) return Promise.resolve();
    const result = last.then(async () => {
      const [has, had] = await Promise.all([bank.read(from), bank.read(to)]);
      if (has < amount) throw new Error('not enough');
      await Promise.all([bank.write(from, has - amount), bank.write(to, had + amount)]);
    });
    last = result.catch(() => {});
    return result;
  };
}
