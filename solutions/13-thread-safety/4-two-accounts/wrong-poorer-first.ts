// Takes the lock of the poorer account first. (The balances change, and so does the order.)
// Fails: lets two opposite transfers return, in whatever order the steps come
// Fails: has no data race
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
  const isPoorer = Atomics.load(memory, from) <= Atomics.load(memory, to);
  const first = locks[isPoorer ? from : to] as Lock;
  const second = locks[isPoorer ? to : from] as Lock;
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
