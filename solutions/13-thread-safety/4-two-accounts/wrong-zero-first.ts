// Takes the lock of account 0 first, and in all other pairs that of the target.
// Fails: lets two opposite transfers return, in whatever order the steps come
// Says: a circle
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
  const first = locks[from === 0 ? from : to] as Lock;
  const second = locks[from === 0 ? to : from] as Lock;
  first.lock();
  second.lock();
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
