// Unlocks when it has failed, and at the end again. (By then another transfer has that lock.)
// Fails: leaves both accounts free when it has rejected
// Says: A failure is that of one transfer only
interface Bank {
  read(account: string): Promise<number>;
  write(account: string, balance: number): Promise<void>;
}

class Lock {
  locked = false;
  queue: (() => void)[] = [];
  async lock() {
    if (this.locked) await new Promise<void>((resolve) => this.queue.push(resolve));
    this.locked = true;
  }
  unlock() {
    const next = this.queue.shift();
    if (next) next();
    else this.locked = false;
  }
}

export function bankOf(bank: Bank): (from: string, to: string, amount: number) => Promise<void> {
  const locks = new Map<string, Lock>();
  function lockOf(account: string) {
    let lock = locks.get(account);
    if (!lock) {
      lock = new Lock();
      locks.set(account, lock);
    }
    return lock;
  }

  return async (from, to, amount) => {
    if (from === to) return;
    const [first, second] = from < to ? [from, to] : [to, from];
    await lockOf(first).lock();
    await lockOf(second).lock();
    try {
      const [a, b] = await Promise.all([bank.read(from), bank.read(to)]);
      if (a < amount) throw new Error('not enough');
      await Promise.all([bank.write(from, a - amount), bank.write(to, b + amount)]);
    } catch (error) {
      lockOf(first).unlock();
      throw error;
    } finally {
      lockOf(second).unlock();
      lockOf(first).unlock();
    }
  };
}
