// Counts the reads that have ended, also a failed one. (With the second one, it writes.)
// Fails: leaves both accounts free when it has rejected
// Says: nothing more is called after that
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
    return new Promise<void>((resolve, reject) => {
      const start = () => {
        let left = 2;
        let a = 0;
        let b = 0;
        let over = false;
        const fail = (e: unknown) => {
          left--;
          if (over) return;
          over = true;
          reject(e);
          give();
        };
        const write = async () => {
          try {
            if (a < amount) throw new Error('not enough');
            await Promise.all([bank.write(from, a - amount), bank.write(to, b + amount)]);
            if (!over) {
              over = true;
              resolve();
              give();
            }
          } catch (e) {
            fail(e);
          }
        };
        const got = () => {
          if (--left === 0) void write();
        };
        try {
          bank.read(from).then((v) => {
            a = v;
            got();
          }, fail);
          bank.read(to).then((v) => {
            b = v;
            got();
          }, fail);
        } catch (e) {
          fail(e);
        }
      };
      waiting.push({ from, to, start });
      wake();
    });
  };
}
