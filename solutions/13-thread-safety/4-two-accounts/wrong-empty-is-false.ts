// Returns false if the account is empty, also if nothing is to be moved.
// Fails: returns false and moves nothing if there is not enough
// Says: expected [ false, false, true, false, true ]
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
  const balance = memory[from];
  const isEnough = balance ? balance >= amount : false;
  if (isEnough) {
    memory[from] = (balance as number) - amount;
    memory[to] = (memory[to] as number) + amount;
  }
  second.unlock();
  first.unlock();
  return isEnough;
}
