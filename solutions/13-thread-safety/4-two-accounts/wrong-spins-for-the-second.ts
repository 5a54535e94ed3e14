// Sleeps for the first lock, and asks again and again for the second one.
// Fails: sleeps while it has to wait
// Says: A loop that asks does not
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
  while (!second.tryLock());
  try {
    return move(memory, from, to, amount);
  } finally {
    second.unlock();
    first.unlock();
  }
}

function move(memory: Int32Array, from: number, to: number, amount: number): boolean {
  const balance = memory[from] as number;
  if (balance < amount) return false;
  memory[from] = balance - amount;
  memory[to] = (memory[to] as number) + amount;
  return true;
}
