// Moves the amount without a look at what is there.
// Fails: returns false and moves nothing if there is not enough
// Fails: lets three transfers in a ring return
// Fails: loses no amount, spends none twice, and refuses none that is there
// Fails: has no data race
// Says: Where the account has less than the amount
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
  memory[from] = (memory[from] as number) - amount;
  memory[to] = (memory[to] as number) + amount;
  second.unlock();
  first.unlock();
  return (memory[from] as number) >= 0;
}
