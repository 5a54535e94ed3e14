// Reads all balances, and writes all of them back. (It has only two of the locks.)
// Fails: loses no amount, spends none twice, and refuses none that is there
// Fails: has no data race
// Says: that is lost
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
  const balances = Array.from(memory.subarray(0, locks.length));
  const isEnough = (balances[from] as number) >= amount;
  if (isEnough) {
    balances[from] = (balances[from] as number) - amount;
    balances[to] = (balances[to] as number) + amount;
    memory.set(balances);
  }
  second.unlock();
  first.unlock();
  return isEnough;
}
