// Orders the accounts by a hash, and two of them may have the same one.
// Fails: lets two opposite transfers return, in whatever order the steps come
// Says: a circle
interface Lock {
  lock(): void;
  tryLock(): boolean;
  unlock(): void;
}

const hash = (account: number) => account % 2;

export function transfer(
  memory: Int32Array,
  locks: Lock[],
  from: number,
  to: number,
  amount: number,
): boolean {
  if (from === to) return true;
  const isFirst = hash(from) <= hash(to);
  const first = locks[isFirst ? from : to] as Lock;
  const second = locks[isFirst ? to : from] as Lock;
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
