// Keeps back the amounts of those that wait. (They have come later, and may fail.)
// Fails: rejects with 'not enough' when the account has less than the amount
// Says: An amount that is exactly the balance
interface Bank {
  read(account: string): Promise<number>;
  write(account: string, balance: number): Promise<void>;
}

export function bankOf(bank: Bank): (from: string, to: string, amount: number) => Promise<void> {
  const reserved = new Map<string, number>();
  const busy = new Set<string>();
  const waiting: { from: string; to: string; start: () => void }[] = [];

  function wake() {
    for (const item of [...waiting]) {
      if (busy.has(item.from) || busy.has(item.to)) continue;
      waiting.splice(waiting.indexOf(item), 1);
      busy.add(item.from);
      busy.add(item.to);
      item.start();
    }
  }
  function take(from: string, to: string) {
    return new Promise<void>((start) => {
      waiting.push({ from, to, start });
      wake();
    });
  }
  function give(from: string, to: string) {
    busy.delete(from);
    busy.delete(to);
    wake();
  }

  return async (from, to, amount) => {
    if (from === to) return;
    reserved.set(from, (reserved.get(from) ?? 0) + amount);
    await take(from, to);
    try {
      const [a, b] = await Promise.all([bank.read(from), bank.read(to)]);
      if (a - ((reserved.get(from) ?? 0) - amount) < amount) throw new Error('not enough');
      await Promise.all([bank.write(from, a - amount), bank.write(to, b + amount)]);
    } finally {
      reserved.set(from, (reserved.get(from) ?? 0) - amount);
      give(from, to);
    }
  };
}
