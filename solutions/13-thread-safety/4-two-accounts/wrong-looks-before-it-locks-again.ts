// Looks with the lock of the source. If the other one has to come first, it gives that lock back, and does not look again.
// Fails: loses no amount, spends none twice, and refuses none that is there
// Says: Expected: the 5 is moved once
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
  const source = locks[from] as Lock;
  const target = locks[to] as Lock;
  source.lock();
  const isEnough = (memory[from] as number) >= amount;
  if (isEnough && from < to) target.lock();
  if (isEnough && from > to) {
    source.unlock();
    target.lock();
    source.lock();
  }
  if (isEnough) {
    memory[from] = (memory[from] as number) - amount;
    memory[to] = (memory[to] as number) + amount;
    target.unlock();
  }
  source.unlock();
  return isEnough;
}
