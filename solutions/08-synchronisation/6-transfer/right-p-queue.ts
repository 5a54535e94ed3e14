// A PQueue that runs one at a time for each account, and a task of the second within one of the first.
import PQueue from 'p-queue';

interface Bank {
  read(account: string): Promise<number>;
  write(account: string, balance: number): Promise<void>;
}

export function bankOf(bank: Bank): (from: string, to: string, amount: number) => Promise<void> {
  const queues = new Map<string, PQueue>();
  const locked = (account: string, f: () => Promise<void>): Promise<void> => {
    const queue = queues.get(account) ?? new PQueue({ concurrency: 1 });
    queues.set(account, queue);
    return queue.add(f) as Promise<void>;
  };
  const move = async (from: string, to: string, amount: number) => {
    const [has, had] = await Promise.all([bank.read(from), bank.read(to)]);
    if (has < amount) throw new Error('not enough');
    await Promise.all([bank.write(from, has - amount), bank.write(to, had + amount)]);
  };

  return async (from, to, amount) => {
    if (from === to) return;
    const [first, second] = from > to ? [from, to] : [to, from];
    await locked(first, () => locked(second, () => move(from, to, amount)));
  };
}
