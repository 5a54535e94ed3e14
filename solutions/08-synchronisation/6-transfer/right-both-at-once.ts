// A transfer stands in both lines at once, in its call: no other one comes between.
interface Bank {
  read(account: string): Promise<number>;
  write(account: string, balance: number): Promise<void>;
}

export function bankOf(bank: Bank): (from: string, to: string, amount: number) => Promise<void> {
  const last = new Map<string, Promise<void>>();
  const move = async (from: string, to: string, amount: number) => {
    await Promise.all([last.get(from), last.get(to)]);
    const reads = [bank.read(from), bank.read(to)] as const;
    const [has, had] = await Promise.all(reads);
    if (has < amount) throw new Error('not enough');
    await Promise.all([bank.write(from, has - amount), bank.write(to, had + amount)]);
  };
  return async (from, to, amount) => {
    if (from === to) return;
    const moving = move(from, to, amount);
    const over = moving.catch(() => {});
    last.set(from, over).set(to, over);
    await moving;
  };
}
