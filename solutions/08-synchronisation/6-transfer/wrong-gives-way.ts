// Locks the second account only if it is free; otherwise it unlocks, waits a little and begins again.
// Fails: reads both accounts, then writes both, and fulfils when both are written
// Fails: runs transfers without an account in common at the same time
// Fails: runs transfers with an account in common one after another, so no balance is overwritten
// Fails: comes to an end with all transfers, whatever accounts they need
// Fails: rejects with 'not enough' when the account has less than the amount
// Fails: leaves both accounts free when it has rejected
// Fails: does nothing when both accounts are the same
// Fails: sets no timer
// Says: immediates ran one after another
interface Bank {
  read(account: string): Promise<number>;
  write(account: string, balance: number): Promise<void>;
}

export function bankOf(bank: Bank): (from: string, to: string, amount: number) => Promise<void> {
  const busy = new Set<string>();
  const tryToLock = (account: string) => {
    if (busy.has(account)) return false;
    busy.add(account);
    return true;
  };
  return async (from, to, amount) => {
    if (from === to) return;
    for (;;) {
      if (tryToLock(from)) {
        if (tryToLock(to)) break;
        busy.delete(from);
      }
      await new Promise((resolve) => setImmediate(resolve));
    }
    try {
      const [has, had] = await Promise.all([bank.read(from), bank.read(to)]);
      if (has < amount) throw new Error('not enough');
      await Promise.all([bank.write(from, has - amount), bank.write(to, had + amount)]);
    } finally {
      busy.delete(from);
      busy.delete(to);
    }
  };
}
