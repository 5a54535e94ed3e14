// Each account has a queue; a transfer runs when it is the first of both.
interface Bank {
  read(account: string): Promise<number>;
  write(account: string, balance: number): Promise<void>;
}

export function bankOf(bank: Bank): (from: string, to: string, amount: number) => Promise<void> {
  const queues = new Map<string, (() => void)[]>();
  const queueOf = (account: string) => {
    const queue = queues.get(account) ?? [];
    queues.set(account, queue);
    return queue;
  };
  return async (from, to, amount) => {
    if (from === to) return;
    const mine = [queueOf(from), queueOf(to)];
    await new Promise<void>((resolve) => {
      const look = () => {
        if (mine.every((queue) => queue[0] === look)) resolve();
      };
      for (const queue of mine) queue.push(look);
      look();
    });
    try {
      const [has, had] = await Promise.all([bank.read(from), bank.read(to)]);
      if (has < amount) throw new Error('not enough');
      await Promise.all([bank.write(from, has - amount), bank.write(to, had + amount)]);
    } finally {
      for (const queue of mine) {
        queue.shift();
        queue[0]?.();
      }
    }
  };
}
