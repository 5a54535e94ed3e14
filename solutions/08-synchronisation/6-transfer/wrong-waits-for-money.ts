// Waits for a transfer that brings money. (It is to reject when it has read both accounts.)
// Fails: leaves both accounts free when it has rejected
// Says: expected to reject at 11 ms
interface Bank {
  read(account: string): Promise<number>;
  write(account: string, balance: number): Promise<void>;
}

export function bankOf(bank: Bank): (from: string, to: string, amount: number) => Promise<void> {
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
    await take(from, to);
    try {
      const [a, b] = await Promise.all([bank.read(from), bank.read(to)]);
      if (a < amount && waiting.some((item) => item.to === from)) {
        give(from, to);
        await take(from, to);
      } else if (a < amount) throw new Error('not enough');
      await Promise.all([bank.write(from, a - amount), bank.write(to, b + amount)]);
    } finally {
      give(from, to);
    }
  };
}
