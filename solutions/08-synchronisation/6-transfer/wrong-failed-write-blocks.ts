// Keeps `from` locked when a write has failed, since its balance is in doubt. (It is free when the transfer has rejected.)
// Fails: leaves both accounts free when it has rejected
// Says: Does your code unlock after each kind of failure
interface Bank {
  read(account: string): Promise<number>;
  write(account: string, balance: number): Promise<void>;
}

export function bankOf(bank: Bank): (from: string, to: string, amount: number) => Promise<void> {
  const busy = new Map<string, { over: Promise<void>; free: () => void }>();
  const lock = async (account: string) => {
    while (busy.has(account)) await busy.get(account)?.over;
    let free = () => {};
    const over = new Promise<void>((resolve) => {
      free = resolve;
    });
    busy.set(account, { over, free });
  };
  const unlock = (account: string) => {
    busy.get(account)?.free();
    busy.delete(account);
  };
  return async (from, to, amount) => {
    if (from === to) return;
    const [low, high] = from < to ? [from, to] : [to, from];
    await lock(low);
    await lock(high);
    let isWritten = true;
    try {
      const [has, had] = await Promise.all([bank.read(from), bank.read(to)]);
      if (has < amount) throw new Error('not enough');
      isWritten = false;
      await Promise.all([bank.write(from, has - amount), bank.write(to, had + amount)]);
      isWritten = true;
    } finally {
      if (isWritten) unlock(from);
      unlock(to);
    }
  };
}
