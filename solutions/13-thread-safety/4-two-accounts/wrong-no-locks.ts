// Adds and subtracts by Atomics, and takes no lock.
// Fails: loses no amount, spends none twice, and refuses none that is there
// Fails: shows all the money to a thread that has all locks
// Fails: lets two transfers that have no account in common have their locks at the same time
// Fails: keeps two banks apart
// Fails: has no data race
// Says: Which lock did your code have when it read the balance
interface Lock {
  lock(): void;
  tryLock(): boolean;
  unlock(): void;
}

export function transfer(
  memory: Int32Array,
  locks: Lock[],
  from: number,
  to: number,
  amount: number,
): boolean {
  if (from === to) return true;
  for (;;) {
    const balance = Atomics.load(memory, from);
    if (balance < amount) return false;
    if (Atomics.compareExchange(memory, from, balance, balance - amount) === balance) break;
  }
  Atomics.add(memory, to, amount);
  return true;
}
