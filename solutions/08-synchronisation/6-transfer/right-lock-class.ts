// A class of locks with acquire and release; the order is that in which the accounts were first seen.
interface Bank {
  read(account: string): Promise<number>;
  write(account: string, balance: number): Promise<void>;
}

export function bankOf(bank: Bank): (from: string, to: string, amount: number) => Promise<void> {
  const locks = new Map<string, Lock>();
  return async (from, to, amount) => {
    if (from === to) return;
    for (const account of [from, to])
      if (!locks.has(account)) locks.set(account, new Lock(locks.size));
    const held = [locks.get(from), locks.get(to)] as Lock[];
    held.sort((one, other) => one.number - other.number);
    for (const lock of held) await lock.acquire();
    try {
      const [has, had] = await Promise.all([bank.read(from), bank.read(to)]);
      if (has < amount) throw new Error('not enough');
      await Promise.all([bank.write(from, has - amount), bank.write(to, had + amount)]);
    } finally {
      for (const lock of held) lock.release();
    }
  };
}

class Lock {
  readonly number: number;
  #isLocked = false;
  readonly #waiting: (() => void)[] = [];
  constructor(number: number) {
    this.number = number;
  }
  async acquire(): Promise<void> {
    if (this.#isLocked) await new Promise<void>((resolve) => this.#waiting.push(resolve));
    this.#isLocked = true;
  }
  release(): void {
    const next = this.#waiting.shift();
    // It stays locked when it is handed on.
    if (next) next();
    else this.#isLocked = false;
  }
}
