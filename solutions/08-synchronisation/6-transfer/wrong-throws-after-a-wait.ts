// Begins in a callback when it has waited. (A throw of `read` leaves that callback, and the promise stays pending.)
// Fails: leaves both accounts free when it has rejected
// Says: Does your code unlock after each kind of failure
interface Bank {
  read(account: string): Promise<number>;
  write(account: string, balance: number): Promise<void>;
}

export function bankOf(bank: Bank): (from: string, to: string, amount: number) => Promise<void> {
  const busy = new Set<string>();
  let waiting: { from: string; to: string; start: () => void }[] = [];
  const wake = () => {
    for (const item of [...waiting]) {
      if (busy.has(item.from) || busy.has(item.to)) continue;
      waiting = waiting.filter((other) => other !== item);
      busy.add(item.from).add(item.to);
      item.start();
    }
  };
  return (from, to, amount) => {
    if (from === to) return Promise.resolve();
    const give = () => {
      busy.delete(from);
      busy.delete(to);
      wake();
    };
    const run = async () => {
      const [a, b] = await Promise.all([bank.read(from), bank.read(to)]);
      if (a < amount) throw new Error('not enough');
      await Promise.all([bank.write(from, a - amount), bank.write(to, b + amount)]);
    };
    if (!busy.has(from) && !busy.has(to)) {
      busy.add(from).add(to);
      return run().finally(give);
    }
    return new Promise<void>((resolve, reject) => {
      const start = () => {
        Promise.all([bank.read(from), bank.read(to)])
          .then(async ([a, b]) => {
            if (a < amount) throw new Error('not enough');
            await Promise.all([bank.write(from, a - amount), bank.write(to, b + amount)]);
          })
          .finally(give)
          .then(resolve, reject);
      };
      waiting.push({ from, to, start });
    });
  };
}
