// Takes the same account for two, and adds the amount to what it has read before.
// Fails: moves nothing from an account to itself
// Says: From a to a, nothing moves
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
  const first = locks[Math.min(from, to)] as Lock;
  const second = locks[Math.max(from, to)] as Lock;
  first.lock();
  if (first !== second) second.lock();
  const [source, target] = [memory[from] as number, memory[to] as number];
  const isEnough = source >= amount;
  if (isEnough) {
    memory[from] = source - amount;
    memory[to] = target + amount;
  }
  if (first !== second) second.unlock();
  first.unlock();
  return isEnough;
}
