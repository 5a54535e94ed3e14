// Adds the amount when it has released the lock of that account.
// Fails: lets two opposite transfers return, in whatever order the steps come
// Fails: loses no amount, spends none twice, and refuses none that is there
// Fails: has no data race
// Says: In between
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
  const first = locks[Math.min(from, to)] as Lock;
  const second = locks[Math.max(from, to)] as Lock;
  first.lock();
  second.lock();
  const balance = memory[from] as number;
  if (balance >= amount) memory[from] = balance - amount;
  (locks[to] as Lock).unlock();
  if (balance >= amount) Atomics.add(memory, to, amount);
  (locks[from] as Lock).unlock();
  return balance >= amount;
}
