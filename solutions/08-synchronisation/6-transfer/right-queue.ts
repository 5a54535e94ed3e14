// One list of transfers: whenever one has ended, all are started that can be.
interface Bank {
  read(account: string): Promise<number>;
  write(account: string, balance: number): Promise<void>;
}

export function bankOf(bank: Bank): (from: string, to: string, amount: number) => Promise<void> {
  type Job = { accounts: string[]; start: () => void };
  const busy = new Set<string>();
  const list: Job[] = [];
  const startAll = () => {
    for (const job of [...list]) {
      if (job.accounts.some((account) => busy.has(account))) continue;
      list.splice(list.indexOf(job), 1);
      for (const account of job.accounts) busy.add(account);
      job.start();
    }
  };
  const move = async (from: string, to: string, amount: number) => {
    const [has, had] = await Promise.all([bank.read(from), bank.read(to)]);
    if (has < amount) throw new Error('not enough');
    await Promise.all([bank.write(from, has - amount), bank.write(to, had + amount)]);
  };
  return (from, to, amount) =>
    new Promise((resolve, reject) => {
      if (from === to) return resolve();
      const accounts = [from, to];
      const start = () => {
        const end = () => {
          for (const account of accounts) busy.delete(account);
          startAll();
        };
        move(from, to, amount).finally(end).then(resolve, reject);
      };
      list.push({ accounts, start });
      startAll();
    });
}
