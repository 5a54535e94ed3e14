// Says with a value that there is not enough. (A caller that only awaits takes that for success.)
// Fails: rejects with 'not enough' when the account has less than the amount
// Fails: leaves both accounts free when it has rejected
// Says: It fulfilled with false
interface Bank {
  read(account: string): Promise<number>;
  write(account: string, balance: number): Promise<void>;
}

export function bankOf(bank: Bank): (from: string, to: string, amount: number) => Promise<unknown> {
  const last = new Map<string, Promise<unknown>>();
  return async (from, to, amount) => {
    if (from === to) return true;
    const before = Promise.allSettled([last.get(from), last.get(to)]);
    const moving = before.then(async () => {
      const [has, had] = await Promise.all([bank.read(from), bank.read(to)]);
      if (has < amount) return false;
      await Promise.all([bank.write(from, has - amount), bank.write(to, had + amount)]);
      return true;
    });
    last.set(from, moving).set(to, moving);
    return moving;
  };
}
