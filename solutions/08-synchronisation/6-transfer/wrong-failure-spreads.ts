// Waits for the transfer before, and rejects with its reason when that rejects. (It is none of its own.)
// Fails: rejects with 'not enough' when the account has less than the amount
// Fails: leaves both accounts free when it has rejected
// Says: a failure is that of one transfer only
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

  return (from, to, amount) => {
    if (from === to) return Promise.resolve();
    const result = Promise.all([last.get(from), last.get(to)]).then(() => move(from, to, amount));
    last.set(from, result).set(to, result);
    return result;
  };
}
