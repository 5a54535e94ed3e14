// Waits once until the accounts are free, and does not look again. (Two that wait begin together.)
// Fails: runs transfers with an account in common one after another, so no balance is overwritten
// Fails: comes to an end with all transfers, whatever accounts they need
// Fails: rejects with 'not enough' when the account has less than the amount
// Fails: leaves both accounts free when it has rejected
// Says: A balance may be out of date when it is written
interface Bank {
  read(account: string): Promise<number>;
  write(account: string, balance: number): Promise<void>;
}

export function bankOf(bank: Bank): (from: string, to: string, amount: number) => Promise<void> {
  const running = new Map<string, Promise<unknown>>();
  const move = async (from: string, to: string, amount: number) => {
    const [has, had] = await Promise.all([bank.read(from), bank.read(to)]);
    if (has < amount) throw new Error('not enough');
    await Promise.all([bank.write(from, has - amount), bank.write(to, had + amount)]);
  };

  return async (from, to, amount) => {
    if (from === to) return;
    await Promise.allSettled([running.get(from), running.get(to)]);
    const moving = move(from, to, amount);
    running.set(from, moving);
    running.set(to, moving);
    await moving;
  };
}
