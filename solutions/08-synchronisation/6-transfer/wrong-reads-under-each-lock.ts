// Reads each account as soon as that one is locked. (A transfer begins when it has both.)
// Fails: runs transfers without an account in common at the same time
// Fails: runs transfers with an account in common one after another, so no balance is overwritten
// Fails: comes to an end with all transfers, whatever accounts they need
// Fails: rejects with 'not enough' when the account has less than the amount
// Fails: leaves both accounts free when it has rejected
// Fails: does nothing when both accounts are the same
// Says: Only transfers with an account in common wait for each other
interface Bank {
  read(account: string): Promise<number>;
  write(account: string, balance: number): Promise<void>;
}

export function bankOf(bank: Bank): (from: string, to: string, amount: number) => Promise<void> {
  const lines = new Map<string, Promise<void>>();
  const lock = async (account: string) => {
    const before = lines.get(account);
    let free = () => {};
    lines.set(account, new Promise((resolve) => (free = resolve)));
    await before;
    return free;
  };
  return async (from, to, amount) => {
    if (from === to) return;
    const frees: (() => void)[] = [];
    const open = async (account: string) => {
      frees.push(await lock(account));
      return bank.read(account);
    };
    try {
      const [has, had] = await Promise.all([open(from), open(to)]);
      if (has < amount) throw new Error('not enough');
      await Promise.all([bank.write(from, has - amount), bank.write(to, had + amount)]);
    } finally {
      for (const free of frees) free();
    }
  };
}
