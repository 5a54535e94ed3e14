// Unlocks in a timer of 0 ms, so that the caller is told first. (Such a timer is one of 1 ms.)
// Fails: reads both accounts, then writes both, and fulfils when both are written
// Fails: runs transfers without an account in common at the same time
// Fails: runs transfers with an account in common one after another, so no balance is overwritten
// Fails: comes to an end with all transfers, whatever accounts they need
// Fails: rejects with 'not enough' when the account has less than the amount
// Fails: leaves both accounts free when it has rejected
// Fails: does nothing when both accounts are the same
// Fails: sets no timer
// Says: A timer fired at 35 ms
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
    let free = () => {};
    const over = new Promise<void>((resolve) => {
      free = () => setTimeout(resolve, 0);
    });
    last.set(from, over).set(to, over);
    await before;
    try {
      await move(from, to, amount);
    } finally {
      free();
    }
  };
}
