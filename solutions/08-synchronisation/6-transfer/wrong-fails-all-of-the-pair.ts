// Rejects all that wait for the same two accounts when one fails. (Each of them reads for itself.)
// Fails: leaves both accounts free when it has rejected
// Says: A failure is that of one transfer only
interface Bank {
  read(account: string): Promise<number>;
  write(account: string, balance: number): Promise<void>;
}

export function bankOf(bank: Bank): (from: string, to: string, amount: number) => Promise<void> {
  const busy = new Set<string>();
  const waiting: { from: string; to: string; start: () => void; fail?: (e: unknown) => void }[] =
    [];

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
    return new Promise<void>((start, fail) => {
      waiting.push({ from, to, start, fail });
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
      if (a < amount) throw new Error('not enough');
      await Promise.all([bank.write(from, a - amount), bank.write(to, b + amount)]);
    } catch (error) {
      if (!(error instanceof Error && error.message === 'not enough')) {
        for (const item of waiting.filter((x) => x.from === from && x.to === to)) {
          waiting.splice(waiting.indexOf(item), 1);
          item.fail?.(error);
        }
      }
      throw error;
    } finally {
      give(from, to);
    }
  };
}
