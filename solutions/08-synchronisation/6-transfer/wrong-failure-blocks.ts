// Unlocks at the end of the function. (A failure leaves it before that line.)
// Fails: leaves both accounts free when it has rejected
// Fails: sets no timer
// Says: Does your code unlock after each kind of failure
interface Bank {
  read(account: string): Promise<number>;
  write(account: string, balance: number): Promise<void>;
}

export function bankOf(bank: Bank): (from: string, to: string, amount: number) => Promise<void> {
  const busy = new Map<string, Promise<void>>();
  const lock = async (account: string) => {
    while (busy.has(account)) await busy.get(account);
    let free = () => {};
    const freed = new Promise<void>((resolve) => {
      free = resolve;
    });
    busy.set(account, freed);
    return () => {
      busy.delete(account);
      free();
    };
  };
  return async (from, to, amount) => {
    if (from === to) return;
    const [low, high] = from < to ? [from, to] : [to, from];
    const unlockLow = await lock(low);
    const unlockHigh = await lock(high);
    const [has, had] = await Promise.all([bank.read(from), bank.read(to)]);
    if (has < amount) throw new Error('not enough');
    await Promise.all([bank.write(from, has - amount), bank.write(to, had + amount)]);
    unlockHigh();
    unlockLow();
  };
}
