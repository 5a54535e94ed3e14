// Never has two locks: takes the money, and then adds it. (In between, it is in no account.)
// Fails: shows all the money to a thread that has all locks
// Fails: lets two transfers that have no account in common have their locks at the same time
// Fails: keeps two banks apart
// Says: Are both locks held from the first write to the last one?
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
  const balance = memory[from] as number;
  const isEnough = balance >= amount;
  if (isEnough) memory[from] = balance - amount;
  source.unlock();
  if (!isEnough) return false;
  target.lock();
  memory[to] = (memory[to] as number) + amount;
  target.unlock();
  return true;
}
